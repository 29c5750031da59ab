import { parseCivilDate, parseCivilMonth } from '@skillhall/kernel';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function civilScalar(name: string, description: string, parse: (text: string) => string | undefined): GraphQLScalarType {
  const read = (value: unknown): string => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed === undefined) throw new GraphQLError(`${name} wants ${description}`, { extensions: { code: 'BAD_USER_INPUT' } });
    return parsed;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: String,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const CivilDateScalar = civilScalar('CivilDate', 'a day such as 2026-11-23', parseCivilDate);
export const CivilMonthScalar = civilScalar('CivilMonth', 'a month such as 2026-11', parseCivilMonth);
