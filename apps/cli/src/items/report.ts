import { analyseItems, type Comparison, type ItemStatistics, sayWeakItem, type TestStatistics, weakItemLimits } from '@skillhall/assessment/domain';
import { type Locale, say } from '@skillhall/kernel';
import { notes, type NoteCode } from './phrases.js';
import type { Responses } from './responses.js';

/** What the numbers are measured in. */
export const units = {
  fraction: ['facility', 'exposure', 'randomGuessScore', 'pointBiserial', 'itemTotal', 'upperLower', 'share', 'upperShare', 'lowerShare', 'cronbachAlpha'],
  percent: ['facilityPercent', 'standardDeviationPercent', 'intendedWeight', 'effectiveWeight', 'discriminationIndex', 'discriminativeEfficiency', 'meanPercent', 'medianPercent', 'cronbachAlphaPercent', 'errorRatio', 'standardErrorPercent'],
  marks: ['maximum', 'mean', 'median', 'standardDeviation', 'standardError'],
} as const;

const percentOf = (part: number | null, whole: number | null): number | null => (part === null || !whole ? null : (100 * part) / whole);

/** The whole answer as one object. */
export function itemReport(responses: Responses, by: Comparison, lang: Locale) {
  const { test, items } = analyseItems(responses.table, { by });
  const of = (value: number | null): number | null => percentOf(value, test.maximum);
  return {
    read: {
      ...{ layout: responses.layout, idColumn: responses.idColumn, ignoredColumns: responses.ignoredColumns, maximumFrom: responses.maximumFrom, comparedBy: by },
      notSeen: items.reduce((sum, item) => sum + test.attempts - item.attempts, 0),
    },
    units,
    notes: notesOf(responses, test, by).map((code) => ({ code, text: say(notes[code], lang, { attempts: test.attempts, fewest: weakItemLimits.fewestAttempts }) })),
    test: {
      ...test,
      ...{ meanPercent: of(test.mean), medianPercent: of(test.median), standardDeviationPercent: of(test.standardDeviation), standardErrorPercent: of(test.standardError) },
      cronbachAlphaPercent: percentOf(test.cronbachAlpha, 1),
    },
    items: items.map((item) => itemEntry(item, lang)),
  };
}

function itemEntry({ flags, options, omitted, ...item }: ItemStatistics, lang: Locale) {
  return {
    ...item,
    ...{ facilityPercent: percentOf(item.facility, 1), standardDeviationPercent: percentOf(item.standardDeviation, item.maximum) },
    ...(options && { options, omitted }),
    flags: flags.map((flag) => ({ ...flag, text: sayWeakItem(flag, lang) })),
  };
}

function notesOf({ maximumFrom, table }: Responses, test: TestStatistics, by: Comparison): NoteCode[] {
  const codes: NoteCode[] = [];
  if (test.attempts < weakItemLimits.fewestAttempts) codes.push('few-attempts');
  if (maximumFrom === 'largest-seen' && table.items.some(({ maximum }) => maximum !== 1)) codes.push('largest-seen');
  if (!test.complete) codes.push('not-all-seen');
  if (test.attempts && test.maximum === null && by === 'marks') codes.push('papers-differ');
  return codes;
}

export type ItemReport = ReturnType<typeof itemReport>;
