import type { StudyPlanFragment } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import type { DoubtOf } from './doubt.js';
import { doubtPhrases } from './doubt-phrases.js';
import { ControlDoubt, CurveDoubt, OtherDoubt, SensitivityDoubt, WavesDoubt } from './doubts-drawn.js';
import { CoTrainingDoubt, ExclusionsDoubt, LeadsDoubt, NaiveDoubt, PermutationDoubt } from './doubts-said.js';
import { type Report, standings } from './judge.js';
import styles from './report.module.css';

/** Everything that could be wrong with the answer, the gravest first. */
export function Doubts({ report, plan }: { readonly report: Report; readonly plan: StudyPlanFragment }): ReactNode {
  const t = usePhrases(doubtPhrases);
  const stand = standings(report);
  const of = (name: keyof typeof stand): DoubtOf => ({ report, plan, standing: stand[name] });
  return (
    <Section title={t('title')}>
      <p className={styles['soft']}>{t('lead')}</p>
      <ul className={styles['doubts']}>
        <CurveDoubt {...of('curve')} />
        <ControlDoubt {...of('control')} />
        <LeadsDoubt {...of('leads')} />
        <PermutationDoubt {...of('permutation')} />
        <WavesDoubt {...of('waves')} />
        <SensitivityDoubt {...of('sensitivity')} />
        <OtherDoubt {...of('other')} />
        <CoTrainingDoubt {...of('coTraining')} />
        <NaiveDoubt {...of('naive')} />
        <ExclusionsDoubt {...of('exclusions')} />
      </ul>
    </Section>
  );
}
