import { TestApp } from '@skillhall/api/testing';
import { costOf } from '@skillhall/platform/graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const most = 5000;

/** The documents that the pages ask, as they stand in the code. */
async function documents(): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['libs', 'apps/web/src'])
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      if (!/\.tsx?$/.test(name) || /node_modules|dist\/|spec/.test(name) || !/web|^ui/.test(join(folder, name).replace('libs/', ''))) continue;
      const text = await readFile(join(root, folder, name), 'utf8');
      found.push(...[...text.matchAll(/graphql\(`([^`]+)`\)/g)].map(([, document]) => document!));
    }
  return found;
}

describe('what the pages ask', () => {
  it('costs no more than is allowed, as long as a page is as long as usual', async () => {
    const product = await TestApp.start();
    const { schema } = product.app.get(GraphQLSchemaHost);
    const definitions = (await documents()).flatMap((text) => parse(text).definitions);
    const fragments = Object.fromEntries(definitions.filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]));
    const operations = definitions.filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION);
    const costs = operations.map((each) => [each.name?.value, costOf(schema, each, fragments, {})] as const);
    await product.stop();
    expect(operations.length).toBeGreaterThan(80);
    expect(costs.filter(([, cost]) => cost > most)).toEqual([]);
  });
});
