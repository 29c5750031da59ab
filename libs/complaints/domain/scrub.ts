import { Draft } from './scrub/draft.js';
import { hideNames } from './scrub/names.js';
import { hideKnownPhone, hideNumbers } from './scrub/numbers.js';
import { hideDoors, hidePlates } from './scrub/places.js';

/** What the work order gives beside its text; none of it is stored. */
export interface KnownCustomer {
  readonly name?: string | null;
  readonly phone?: string | null;
}

/**
 * The text of a complaint without what leads to a person: telephone, account, identity, card and meter numbers,
 * e-mail and chat accounts, number plates, door numbers and names become placeholders such as 〔电话〕. Full-width
 * digits, numbers spelled out, and numbers split by blanks or dashes count too. Days, times, amounts, hotlines,
 * places and what happened stay. Running it again changes nothing.
 */
export function scrub(text: string, known: KnownCustomer = {}): string {
  const draft = new Draft(text);
  draft.keep(/〔[^〔〕]{1,6}〕/g);
  hideKnownPhone(draft, known.phone ?? null);
  hidePlates(draft);
  hideNumbers(draft);
  hideDoors(draft);
  hideNames(draft, known.name ?? null);
  return draft.finish();
}
