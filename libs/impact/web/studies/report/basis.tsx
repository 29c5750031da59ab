import type { StudyPlanFragment } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import { Facts } from '@skillhall/ui/table';
import type { ReactNode } from 'react';
import { useClassNames } from '../class-names.js';
import { phrases } from '../phrases.js';
import { usePValue } from './doubts-said.js';
import type { Answer } from './facts.js';
import { reportPhrases } from './phrases.js';
import styles from './report.module.css';

/** The data and the plan behind an answer. */
export function Basis({ report, plan }: { readonly report: Answer; readonly plan: StudyPlanFragment }): ReactNode {
  const t = usePhrases(reportPhrases);
  const tp = usePhrases(phrases);
  const format = useFormat();
  const classes = useClassNames();
  const say = usePValue();
  const { minimumDetectableFall: mde } = report;
  return (
    <Section title={t('basis')}>
      <Facts
        facts={[
          { name: t('basisHalls'), value: t('basisHallsValue', { n: format.count(report.halls), trained: format.count(report.trainedHalls) }) },
          { name: t('basisMonths'), value: format.count(report.months) },
          { name: t('basisComplaints'), value: t('basisComplaintsValue', { n: format.count(report.complaints) }) },
          { name: t('basisClass'), value: `${classes(plan.outcomeClasses)}${tp('listSign')}${t(plan.countRule === 'filed' ? 'countFiled' : 'countSubstantiated')}` },
          { name: t('basisWindow'), value: t('basisWindowValue', { k: plan.decisionWindow }) },
          { name: t('basisMde'), value: mde === null ? t('basisMdeNone') : t('basisMdeValue', { share: format.share(mde), wanted: format.share(plan.wantedFall) }) },
          { name: t('basisInterval'), value: report.byPermutation ? t('basisDrawn') : t('basisNormal', { cluster: t(`cluster-${plan.cluster}`) }) },
          ...(report.pValue === null ? [] : [{ name: t('basisP'), value: t('basisPValue', { p: say(report.pValue), adjusted: say(plan.adjustedPValue) }) }]),
        ]}
      />
    </Section>
  );
}

interface TextsProps {
  readonly title: string;
  readonly texts: readonly { readonly code: string; readonly text: string }[];
}

/** Sentences of the server under a heading; nothing where there are none. */
export function Texts({ title, texts }: TextsProps): ReactNode {
  if (texts.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles['lines']}>
        {texts.map(({ code, text }) => (
          <li key={code + text}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}
