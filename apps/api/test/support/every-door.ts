import { getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLOutputType, type GraphQLSchema, isAbstractType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isScalarType } from 'graphql';

/** One call of a root field, with every argument filled in. */
export interface Call {
  readonly field: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Values that stand for ids in the variables. */
  readonly ids: readonly string[];
}

/** The id to put where an argument or input field of this name wants one; null leaves it out where it may be. */
export type ChooseId = (name: string, required: boolean) => string | null;

const plain: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, String: 'x', Boolean: false, CivilDate: '2026-01-05', CivilMonth: '2026-01', DateTime: '2026-01-05T00:00:00Z' };

/** Writes calls of root fields from the schema alone, so that fields which come later are called as well. */
export class DoorWriter {
  constructor(private readonly schema: GraphQLSchema) {}

  roots(operation: 'query' | 'mutation'): GraphQLField<unknown, unknown>[] {
    return Object.values(this.schema[operation === 'query' ? 'getQueryType' : 'getMutationType']()!.getFields());
  }

  /** How many ids a call of the field wants, by their names, required or not. */
  idNames(args: readonly { readonly name: string; readonly type: GraphQLInputType }[], depth = 0): string[] {
    return args.flatMap(({ name, type }) => {
      const named = getNamedType(type);
      if (named.name === 'ID') return [name];
      return isInputObjectType(named) && depth < 3 ? this.idNames(Object.values(named.getFields()), depth + 1) : [];
    });
  }

  call(operation: 'query' | 'mutation', { name, args, type }: GraphQLField<unknown, unknown>, choose: ChooseId): Call {
    const ids: string[] = [];
    const pick: ChooseId = (wanted, required) => {
      const id = choose(wanted, required);
      if (id !== null) ids.push(id);
      return id;
    };
    const variables = Object.fromEntries(args.map((arg) => [arg.name, this.value(arg.name, arg.type, pick)]));
    const declared = args.map((arg: GraphQLArgument) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const query = `${operation} ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${this.selection(type, 3)} }`;
    return { field: name, query, variables, ids };
  }

  private value(name: string, type: GraphQLInputType, choose: ChooseId, depth = 0, required = false): unknown {
    if (isNonNullType(type)) return this.value(name, type.ofType as GraphQLInputType, choose, depth, true);
    if (isListType(type)) return depth > 6 ? [] : [this.value(name, type.ofType as GraphQLInputType, choose, depth, true)];
    if (isEnumType(type)) return type.getValues()[0]!.name;
    if (isScalarType(type)) return type.name === 'ID' ? choose(name, required) : (plain[type.name] ?? null);
    const fields = isInputObjectType(type) && depth < 8 ? Object.values(type.getFields()) : [];
    const wanted = fields.filter((field) => isNonNullType(field.type) || this.idNames([field]).length);
    return Object.fromEntries(wanted.map((field) => [field.name, this.value(field.name, field.type, choose, depth + 1)]));
  }

  /** Everything below a type that needs no arguments; fields are renamed by their type, so that parts of unions never clash. */
  private selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isScalarType(named) || isEnumType(named)) return '';
    return `{ __typename ${this.fields(named, depth)} }`;
  }

  private fields(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) return this.schema.getPossibleTypes(type).map((part) => `... on ${part.name} { ${this.fields(part, depth)} }`).join(' ');
    if (!isObjectType(type)) return '';
    const open = Object.values(type.getFields()).filter(({ args }) => args.every((arg) => !isNonNullType(arg.type)));
    return open
      .flatMap((field) => {
        const below = getNamedType(field.type);
        const leaf = isScalarType(below) || isEnumType(below);
        if (!leaf && depth === 0) return [];
        return [`${type.name}_${field.name}: ${field.name} ${this.selection(field.type, depth - 1)}`];
      })
      .join(' ') || '__typename';
  }
}
