import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule, GraphQLISODateTime } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/index.js';
import { registerErrors } from '../i18n/index.js';
import { RequestContext } from './context.js';
import { commonErrors } from './errors.js';
import { formatError } from './format-error.js';
import { aliasLimit, depthLimit, onceOnly } from './limits.js';
import { Operations } from './operations.js';
import { withoutPlainResolvers } from './plain-fields.js';
import { compiledQueriesPlugin, costPlugin, errorsOfRequestPlugin } from './plugins.js';

@Module({})
export class GraphqlModule {
  static with(config: Config): DynamicModule {
    registerErrors(commonErrors);
    const operations = new Operations();
    return {
      module: GraphqlModule,
      providers: [{ provide: Operations, useValue: operations }],
      exports: [Operations],
      imports: [
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          path: '/graphql',
          autoSchemaFile: true,
          sortSchema: true,
          playground: false,
          introspection: config.NODE_ENV !== 'production',
          hideSchemaDetailsFromClientErrors: config.NODE_ENV === 'production',
          includeStacktraceInErrorResponses: false,
          allowBatchedHttpRequests: false,
          csrfPrevention: true,
          transformSchema: withoutPlainResolvers,
          resolvers: { DateTime: GraphQLISODateTime },
          context: (request: FastifyRequest, reply: FastifyReply) => new RequestContext(request, reply),
          parseOptions: { maxTokens: config.GRAPHQL_MAX_TOKENS },
          validationRules: [depthLimit(config.GRAPHQL_MAX_DEPTH), aliasLimit(config.GRAPHQL_MAX_ALIASES), onceOnly()],
          plugins: [costPlugin(config.GRAPHQL_MAX_COST), compiledQueriesPlugin(operations), errorsOfRequestPlugin],
          formatError,
        }),
      ],
    };
  }
}
