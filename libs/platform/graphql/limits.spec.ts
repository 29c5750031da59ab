import { buildSchema, type FragmentDefinitionNode, type GraphQLObjectType, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { costOf } from './cost.js';
import { aliasLimit, depthLimit, onceOnly } from './limits.js';

const schema = buildSchema(`
  type Query { viewer: Viewer people(limit: Int): PersonPage! myUnits: [Unit!]! }
  type Mutation { signIn(login: String!): Viewer }
  type Viewer { name: String person: Person }
  type PersonPage { totalCount: Int nodes: [Person!]! }
  type Person { name: String unit: Unit! }
  type Unit { name: String parent: Unit children: [Unit!]! found: Found }
  union Found = Person | Unit`);

const cost = (text: string, variables: Record<string, unknown> = {}): number => {
  const { definitions } = parse(text);
  const operation = definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION)!;
  const fragments = Object.fromEntries(definitions.filter((d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION).map((f) => [f.name.value, f]));
  return costOf(schema, operation, fragments, variables);
};
const refusals = (text: string): string[] => validate(schema, parse(text), [depthLimit(4), aliasLimit(2), onceOnly()]).map(({ message }) => message);

/** Each fragment names the next one twice: 2 to the power of 200 ways through a short text. */
const doubling = (inner: string): string =>
  ['query { viewer { ...f0 } }', ...Array.from({ length: 200 }, (_, n) => `fragment f${n} on Viewer { ...f${n + 1} ...f${n + 1} }`), `fragment f200 on Viewer { ${inner} }`].join('\n');

describe('the depth of a document', () => {
  it('is counted through fragments of every kind', () => {
    expect(refusals('{ myUnits { parent { parent { name } } } }')).toEqual([]);
    const deep = 'The query is nested deeper than 4.';
    expect(refusals('{ myUnits { parent { parent { parent { name } } } } }')).toEqual([deep]);
    expect(refusals('{ myUnits { ...U } } fragment U on Unit { parent { ... on Unit { parent { parent { name } } } } }')).toEqual([deep]);
  });

  it('is found at once where fragments name each other twice, or themselves', () => {
    expect(refusals(doubling('name'))).toEqual([]);
    expect(refusals(doubling('person { unit { parent { parent { name } } } }'))).toEqual(['The query is nested deeper than 4.']);
    expect(refusals('{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }')).toEqual([]);
  });
});

describe('the cost of an operation', () => {
  it('counts every page by its length, asked for, handed in, or usual', () => {
    expect(cost('{ people(limit: 20) { nodes { unit { name } } } }')).toBe(20 * (1 + 1 * (1 + 1)));
    expect(cost('{ people { nodes { name } } }')).toBe(50 * 2);
    expect(cost('query ($n: Int) { people(limit: $n) { nodes { name } } }', { n: 7 })).toBe(7 * 2);
    expect(cost('query ($n: Int = 30) { people(limit: $n) { nodes { name } } }')).toBe(30 * 2);
    expect(cost('query ($n: Int) { people(limit: $n) { nodes { name } } }')).toBe(50 * 2);
    for (const n of [9_999_999, 'x', NaN, null]) expect(cost('query ($n: Int) { people(limit: $n) { nodes { name } } }', { n })).toBe((n === null ? 50 : 200) * 2);
  });

  it('counts lists whose length nobody asks, so that there and back again is dear', () => {
    expect(cost('{ myUnits { name } }')).toBe(10);
    expect(cost('{ myUnits { children { parent { children { parent { children { name } } } } } } }')).toBeGreaterThan(10_000);
  });

  it('does not count by its length a list that lies in the row of its parent', () => {
    const stored = buildSchema('type Query { rows: [Row!]! } type Row { options: [Option!]! } type Option { text: String }');
    (stored.getType('Row') as GraphQLObjectType).getFields()['options']!.extensions = { inItsRow: true };
    const { definitions } = parse('{ rows { options { text } } }');
    expect(costOf(stored, definitions[0] as OperationDefinitionNode, {}, {})).toBe(10 * (1 + 1));
  });

  it('counts what stands in fragments and in parts of unions, each time it is named', () => {
    expect(cost('{ viewer { ...V } } fragment V on Viewer { person { unit { name } } }')).toBe(1 + 1 + 1);
    expect(cost('{ myUnits { found { ... on Person { unit { name } } ... on Unit { parent { name } } } } }')).toBe(10 * (1 + (1 + 1 + 1)));
    expect(cost(doubling('person { name }'))).toBeGreaterThan(1e50);
    expect(cost(doubling('name'))).toBe(1);
  });
});

describe('aliases and guesses', () => {
  it('are counted over the whole document', () => {
    expect(refusals('{ viewer { a: name b: name } }')).toEqual([]);
    expect(refusals('{ viewer { a: name ...F } } fragment F on Viewer { b: name c: name }')).toEqual(['More than 2 aliases.']);
    expect(refusals('mutation { a: signIn(login: "x") { name } ...F } fragment F on Mutation { b: signIn(login: "y") { name } }')).toEqual(['signIn may stand in a request once.']);
  });
});
