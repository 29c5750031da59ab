import { type Failure, type Locale, type Phrase, say } from '@skillhall/kernel';

const catalogue = new Map<string, Phrase>();

/** Makes the sentences of a capability's failures known to the server. */
export function registerErrors(errors: Readonly<Record<string, Phrase>>): void {
  for (const [code, phrase] of Object.entries(errors)) {
    const known = catalogue.get(code);
    if (known && known !== phrase) throw new Error(`error code ${code} is declared twice`);
    catalogue.set(code, phrase);
  }
}

/** The sentence of a failure in `locale`. */
export function explain({ code, values }: Pick<Failure, 'code' | 'values'>, locale: Locale): string {
  const phrase = catalogue.get(code);
  if (!phrase) throw new Error(`error code ${code} has no sentence`);
  return say(phrase, locale, values);
}

export const registeredErrors = (): ReadonlyMap<string, Phrase> => catalogue;
