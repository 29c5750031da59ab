import { type ApolloServerPlugin, type GraphQLServerContext, HeaderMap } from '@apollo/server';
import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { formatError } from './format-error.js';
import { costOf } from './limits.js';

const fragmentsOf = (document: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]),
  );

/** Refuses a query whose worst case is dearer than `max`. */
export const costPlugin = (max: number): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request }) => {
      const cost = costOf(operation?.selectionSet, fragmentsOf(document), request.variables ?? {});
      if (cost > max)
        throw new GraphQLError(`The query costs ${cost}, more than ${max}.`, { extensions: { code: 'TOO_COSTLY', http: { status: 400 } } });
    },
  }),
});

const compiledMost = 500;

/** Runs queries compiled: half the CPU on lists. The number of kept compilations is bounded. */
export function compiledQueriesPlugin(): ApolloServerPlugin {
  const compiled = new Map<string, CompiledQuery>();
  let schema: GraphQLSchema;
  return {
    serverWillStart: async (service: GraphQLServerContext) => {
      schema = service.schema;
    },
    requestDidStart: async () => ({
      responseForOperation: async ({ document, operationName, queryHash, request, contextValue }) => {
        const key = `${queryHash}:${operationName ?? ''}`;
        let query = compiled.get(key);
        if (!query) {
          const result = compileQuery(schema, document, operationName ?? undefined);
          if (!isCompiledQuery(result)) return null;
          if (compiled.size >= compiledMost) compiled.delete(compiled.keys().next().value!);
          compiled.set(key, (query = result));
        }
        const { data, errors } = await query.query(undefined, contextValue, request.variables ?? {});
        const formatted = errors?.map((error) => formatError(error.toJSON(), error));
        return {
          http: { headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { ...(data !== undefined && { data }), ...(formatted && { errors: formatted }) } },
        };
      },
    }),
  };
}
