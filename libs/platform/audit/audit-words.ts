import { type Locale, type Phrase, say } from '@skillhall/kernel';

export interface AuditWords {
  /** What each deed is called: `role.granted`. */
  readonly actions: Readonly<Record<string, Phrase>>;
  /** What deeds are done to: `person`. */
  readonly subjects?: Readonly<Record<string, Phrase>>;
  /** What is noted down with them: `staffNumber`. */
  readonly details?: Readonly<Record<string, Phrase>>;
}

const known = { actions: new Map<string, Phrase>(), subjects: new Map<string, Phrase>(), details: new Map<string, Phrase>() };

/** Makes the words for the deeds of a capability known to the server, as `registerErrors` does for its failures. */
export function registerAuditWords(words: AuditWords): void {
  for (const kind of ['actions', 'subjects', 'details'] as const)
    for (const [name, phrase] of Object.entries(words[kind] ?? {})) {
      const former = known[kind].get(name);
      if (kind === 'actions' && former && former !== phrase) throw new Error(`audit action ${name} is declared twice`);
      known[kind].set(name, phrase);
    }
}

/** The word in `locale`; what has none stands as it was written down. */
export function auditWord(kind: keyof typeof known, name: string, locale: Locale): string {
  const phrase = known[kind].get(name);
  return phrase ? say(phrase, locale, {}) : name;
}

export const hasAuditWord = (kind: keyof typeof known, name: string): boolean => known[kind].has(name);

export const auditActions = (): readonly string[] => [...known.actions.keys()].sort();

/** What was noted down with a deed, as names and values; anything that is no object as it stands. */
export function auditFacts(details: string, locale: Locale): { key: string; name: string; value: string }[] {
  const parsed: unknown = JSON.parse(details);
  if (typeof parsed !== 'object' || parsed === null) return [{ key: '', name: '', value: String(parsed) }];
  return Object.entries(parsed)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => ({ key, name: auditWord('details', key, locale), value: typeof value === 'object' ? JSON.stringify(value) : String(value) }));
}
