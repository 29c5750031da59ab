import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { RequestContext } from './context.js';
import { rememberRequest } from './format-error.js';
import { costIn, type Operations } from './operations.js';

/** Refuses a query whose worst case is dearer than `max`. */
export const costPlugin = (max: number): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operationName, request }) => {
      const cost = costIn(schema, document, operationName)(request.variables ?? {});
      if (cost > max)
        throw new GraphQLError(`The query costs ${cost}, more than ${max}.`, { extensions: { code: 'TOO_COSTLY', http: { status: 400 } } });
    },
  }),
});

/** Runs what has been checked compiled, and keeps it for requests that ask the same again. */
export const compiledQueriesPlugin = (operations: Operations): ApolloServerPlugin<RequestContext> => ({
  serverWillStart: async ({ schema }) => operations.use(schema),
  requestDidStart: async () => ({
    responseForOperation: async ({ document, source, request, contextValue }) => {
      const known = operations.find(source, request.operationName) ?? operations.keep(source, request.operationName, document);
      if (!known) return null;
      const singleResult = await operations.run(known, request.variables ?? {}, contextValue);
      return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
    },
  }),
});

/** Lets the log of an unexpected error tell of which request it was. */
export const errorsOfRequestPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => errors.forEach((error) => rememberRequest(error, contextValue.request.id)),
  }),
};
