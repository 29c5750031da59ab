import type { Documents } from '../gql/index.js';

/** Any document, where only its text matters. */
export interface AnyDocument {
  readonly source: string;
}

/** A GraphQL document that knows what it asks for and what it gives. */
export interface Document<Data, Variables> extends AnyDocument {
  /** Only for the types; never set. */
  readonly types?: (variables: Variables) => Data;
}

const fragments = new Map<string, string>();
const definesFragment = /^\s*fragment\s+(\w+)/;

/**
 * Declares a document. A fragment becomes known to every operation of the app by its name, which is unique
 * (the generator refuses two of one name); the component that shows a fragment's data declares it.
 */
export function graphql<const Source extends keyof Documents>(source: Source): Documents[Source] {
  const name = definesFragment.exec(source)?.[1];
  if (name !== undefined) fragments.set(name, source);
  return { source } as Documents[Source];
}

/** The text to send: the operation and, once each, the fragments it spreads. */
export function documentText(source: string): string {
  const parts = new Map<string, string>([['', source]]);
  for (const part of parts.values())
    for (const [, name] of part.matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
      const fragment = fragments.get(name!);
      if (fragment === undefined) throw new Error(`fragment ${name} is not loaded: import the component that declares it`);
      parts.set(name!, fragment);
    }
  return [...parts.values()].join('\n');
}
