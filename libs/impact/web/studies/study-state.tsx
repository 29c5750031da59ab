import type { StudyListedFragment, StudyState, StudyVerdict } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Tag, type Tone } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';

const states: Readonly<Record<StudyState, Tone | undefined>> = { declared: 'warn', locked: 'good', replaced: undefined, dropped: undefined };
const verdicts: Readonly<Record<StudyVerdict, Tone | undefined>> = { fell: 'good', rose: 'bad', noDetectableEffect: 'note', cannotSayYet: undefined };

export function StudyStateTag({ state }: { readonly state: StudyState }): ReactNode {
  const t = usePhrases(phrases);
  return <Tag tone={states[state]}>{t(state)}</Tag>;
}

export function VerdictTag({ verdict }: { readonly verdict: StudyVerdict }): ReactNode {
  const t = usePhrases(phrases);
  return <Tag tone={verdicts[verdict]}>{t(`verdict-${verdict}`)}</Tag>;
}

interface Run {
  readonly state: StudyListedFragment['runs'][number]['state'];
  readonly progress: number;
}

export const underWay = <Each extends Run>(runs: readonly Each[]): Each | undefined => runs.find(({ state }) => state === 'waiting' || state === 'computing');

/** What is known about a study in one word: its answer, else how far it has come. */
export function useStanding(): (study: Pick<StudyListedFragment, 'latest' | 'runs'>) => string {
  const t = usePhrases(phrases);
  return ({ latest, runs }) => {
    const running = underWay(runs);
    if (running) return running.state === 'waiting' ? t('waiting') : t('running', { percent: running.progress });
    return latest?.report ? t(`verdict-${latest.report.verdict}`) : t('notRun');
  };
}
