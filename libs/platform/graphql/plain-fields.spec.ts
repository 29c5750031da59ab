import { GraphQLObjectType, GraphQLSchema, GraphQLString, graphqlSync } from 'graphql';
import { withoutPlainResolvers } from './plain-fields.js';

/** As the schema builder makes them of a decorated property. */
const reading = (property: string, otherwise?: string) => {
  const rootFieldResolver = (root: Record<string, unknown>): unknown => root[property] ?? otherwise;
  return { type: GraphQLString, resolve: rootFieldResolver };
};
const asked: unknown[] = [];
const answered = (root: unknown): string => {
  asked.push(root);
  return 'answered';
};
const hall = new GraphQLObjectType({
  name: 'Hall',
  fields: { name: reading('name'), title: reading('name'), place: reading('place', 'nowhere'), report: { type: GraphQLString, resolve: answered } },
});
const schema = () => new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { hall: { type: hall, resolve: () => ({ name: '城东供电营业厅' }) } } }) });

describe('fields that only read their property', () => {
  it('have no resolver afterwards; those under another name, with a default, or answered by us keep theirs, which is not called', () => {
    withoutPlainResolvers(schema());
    const fields = hall.getFields();
    expect(Object.keys(fields).filter((name) => fields[name]!.resolve === undefined)).toEqual(['name']);
    expect(asked).toEqual([]);
  });

  it('answer what they did', () => {
    expect(graphqlSync({ schema: withoutPlainResolvers(schema()), source: '{ hall { name title place report } }' }).data).toEqual({
      hall: { name: '城东供电营业厅', title: '城东供电营业厅', place: 'nowhere', report: 'answered' },
    });
  });
});
