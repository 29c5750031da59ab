import { type GraphQLSchema, isObjectType } from 'graphql';

/** What the schema builder gives a field that no resolver of ours answers. */
const readsProperty = 'rootFieldResolver';

/**
 * Takes out the resolvers that only read the property of the field's name: without one a compiled operation reads it
 * straight, which on a paper of a hundred questions are some thousand calls.
 */
export function withoutPlainResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) if (field.resolve?.name === readsProperty && readsOwnName(field)) field.resolve = undefined;
  }
  return schema;
}

/** A field may stand in the schema under another name than the property has. */
function readsOwnName({ name, resolve }: { name: string; resolve?: unknown }): boolean {
  const read: PropertyKey[] = [];
  const root = new Proxy({}, { get: (_, property) => void read.push(property) });
  const answer = (resolve as (root: object) => unknown)(root);
  return answer === undefined && read.length === 1 && read[0] === name;
}
