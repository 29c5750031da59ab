import { parseConfig } from '@skillhall/platform/config';
import { type DynamicModule, type Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { ProductModule } from './composition.js';

type Import = Type<unknown> | DynamicModule;

/** Every class that the modules provide; the schema factory picks the resolvers among them. */
function providersOf(entry: Import, seen = new Set<unknown>()): Type<unknown>[] {
  const module = typeof entry === 'function' ? entry : entry.module;
  if (!module || seen.has(entry)) return [];
  seen.add(entry);
  const dynamic = typeof entry === 'function' ? undefined : entry;
  const listed = (key: 'providers' | 'imports'): unknown[] => [...((Reflect.getMetadata(MODULE_METADATA[key === 'providers' ? 'PROVIDERS' : 'IMPORTS'], module) as unknown[] | undefined) ?? []), ...((dynamic?.[key] as unknown[] | undefined) ?? [])];
  const own = listed('providers').filter((provider): provider is Type<unknown> => typeof provider === 'function');
  return [...own, ...listed('imports').flatMap((child) => providersOf(child as Import, seen))];
}

/** The schema as text, sorted, without a database. */
export async function schemaText(): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const resolvers = providersOf(ProductModule.with(parseConfig({}), 'postgres://nobody@127.0.0.1/none', 'schema'));
  const schema = await app.get(GraphQLSchemaFactory).create(resolvers as never[]);
  await app.close();
  return `# Generated from the resolvers by \`npm run generate\`.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
