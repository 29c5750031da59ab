import { type MissingPart, missingParts, type StudyNote, studyNotes } from '@skillhall/impact/domain';
import { type Locale, type PhraseValues, say } from '@skillhall/kernel';
import { type EffectStudy, FEW_CLUSTERS } from '@skillhall/statistics';
import type { EstimateOptions } from './estimate.js';

type Options = Pick<EstimateOptions, 'decisionWindow' | 'permutations' | 'negativeControl' | 'lang'>;

export interface Note {
  readonly code: StudyNote;
  readonly text: string;
}

/** What has to be known to read this estimate right. */
export function notesOf(study: EffectStudy, { decisionWindow, lang }: Options): Note[] {
  const { estimate, default: main } = study;
  const notes: Note[] = [];
  const add = (code: StudyNote, values: PhraseValues = {}): number => notes.push({ code, text: say(studyNotes[code], lang, values) });
  if (estimate.method === 'twfe') add('already-treated-compare');
  if (estimate.method === 'twfe' || estimate.method === 'etwfe') add('keeps-spike');
  if (estimate.method !== 'stacked') add('averages-phase-in', { phaseIn: 2 });
  if (estimate.additive) add('additive-made-ratio', { difference: (estimate.additive.effect * 10_000).toFixed(3), error: (estimate.additive.standardError * 10_000).toFixed(3) });
  if (estimate.method === 'cs') add(decisionWindow > 0 ? 'base-before-window' : 'base-on-spike', { k: decisionWindow });
  if (estimate.leftOut.unbalancedUnits) add('units-left-out', { count: estimate.leftOut.unbalancedUnits });
  if (estimate.leftOut.emptyCells) add(estimate.method === 'cs' ? 'cells-without-comparison' : 'empty-cells', { count: estimate.leftOut.emptyCells });
  if (main?.skippedWaves.length) add('waves-skipped', { waves: main.skippedWaves.map(({ wave }) => wave).join(', ') });
  if (main && main.inference === 'normal' && Math.min(main.treatedClusters, main.comparisonClusters) < FEW_CLUSTERS) add('few-mixed-clusters', { few: FEW_CLUSTERS });
  if (main?.inference === 'permutation') add('few-clusters', { draws: main.permutation!.draws.length });
  return notes;
}

/** Why a field is null. */
export function missingOf(study: EffectStudy, options: Options): Record<string, string> {
  const { estimate, permutation } = study;
  const stacked = estimate.method === 'stacked';
  const reasons: Record<string, MissingPart | false | undefined> = {
    perWave: !estimate.waves && 'no-waves',
    eventStudy: !estimate.events ? (stacked ? 'not-computable' : 'no-events') : estimate.method === 'etwfe' && 'no-leads',
    permutationP: !stacked ? 'default-only' : !permutation && (options.permutations ? 'not-computable' : 'not-asked'),
    negativeControl: !study.control && (options.negativeControl ? 'not-computable' : 'no-column'),
    naive: !study.naive && 'not-computable',
    sameSpike: !study.sameSpike && 'not-computable',
    default: !study.default && 'not-computable',
    windowCurve: !study.curve && 'not-computable',
    sensitivity: !study.sensitivity && 'not-computable',
  };
  return Object.fromEntries(Object.entries(reasons).flatMap(([field, reason]) => (reason ? [[field, sayMissing(reason, options.lang)]] : [])));
}

const sayMissing = (reason: MissingPart, lang: Locale): string => say(missingParts[reason], lang);
