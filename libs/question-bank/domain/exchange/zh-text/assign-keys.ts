import { halfWidth } from '../../plain.js';
import type { ReadingProblem } from '../exchange-question.js';
import type { Collected, KeyGroup } from './collect.js';
import type { Draft } from './draft.js';
import { fieldAt, splitFields, type FieldName } from './fields.js';
import { inlineLetters, inlineTruth } from './inline-keys.js';
import { lettersIn } from './finish-choice.js';
import type { KeyEntry } from './key-list.js';

const hasKey = (draft: Draft): boolean =>
  draft.field('answer') !== null || inlineTruth(draft.text, false) !== undefined || (draft.options.length > 0 && inlineLetters(draft.text, { several: false, lower: false, known: lettersIn(draft.options) }) !== undefined);

/** Gives the keys of lists to the questions of these numbers. */
export function assignKeys({ drafts, keys, sections }: Collected): ReadingProblem[] {
  const problems: ReadingProblem[] = [];
  const keyed = new Set(drafts.filter(hasKey));
  const byNumber = new Map<number, Draft[]>();
  for (const draft of drafts) {
    if (draft.number === null) continue;
    const same = byNumber.get(draft.number);
    if (same) same.push(draft);
    else byNumber.set(draft.number, [draft]);
  }
  for (const group of keys) {
    let section = firstSection(group, drafts, keyed);
    let last = 0;
    for (const entry of group.entries) {
      const inGroup = (draft: Draft): boolean => group.type === null || sections[draft.section] === group.type || draft.type === group.type;
      const named = (byNumber.get(entry.number) ?? []).filter(inGroup);
      if (entry.number <= last && group.type === null) section++;
      last = entry.number;
      const draft = named.find((other) => other.section >= section && !keyed.has(other)) ?? named.find((other) => !keyed.has(other)) ?? named.find((other) => other.section >= section) ?? named[0];
      if (!draft) {
        problems.push({ line: entry.value.number, code: 'key-without-question', values: { number: entry.number } });
        continue;
      }
      if (group.type === null) section = draft.section;
      give(draft, entry, problems);
      keyed.add(draft);
    }
  }
  return problems;
}

/** Where the first of the keys belongs: the first section that lacks keys, or else the one above the list. */
function firstSection(group: KeyGroup, drafts: readonly Draft[], keyed: ReadonlySet<Draft>): number {
  if (group.type !== null) return 0;
  return drafts.find((draft) => !keyed.has(draft) && draft.number !== null)?.section ?? group.section;
}

/** An answer without what may stand around it: 选b。 is B. */
const bare = (text: string): string => halfWidth(text).toUpperCase().replace(/[\s选選应應。.()[\]【】]/g, '');

function give(draft: Draft, { value, more }: KeyEntry, problems: ReadingProblem[]): void {
  const own = draft.field('answer');
  if (own !== null) {
    if (bare(own) !== bare(value.raw)) problems.push({ line: value.number, of: draft.line, code: 'keys-differ', values: { first: own, second: value.raw } });
    return;
  }
  draft.keyLine = value.number;
  let place: FieldName = 'answer';
  for (const line of [value, ...more]) {
    const field = fieldAt(line);
    for (const part of splitFields(field?.rest ?? line, field?.name ?? place)) {
      if (part.text.raw === '' && part.name === 'answer') continue;
      draft.add(part.name!, part.text);
      place = part.name!;
    }
  }
}
