import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Facts } from '@skillhall/ui/table';
import type { ReactNode } from 'react';
import { useEstimableCourses } from '../../estimate/estimate-documents.js';
import { useClassNames } from '../class-names.js';
import { phrases } from '../phrases.js';
import styles from '../studies.module.css';
import { lackOf, type Draft } from './draft.js';
import { wizardPhrases } from './phrases.js';

/** All that the lock fixes, to be read once more. */
export function Summary({ draft, unitName }: { readonly draft: Draft; readonly unitName: string }): ReactNode {
  const t = usePhrases(wizardPhrases);
  const tp = usePhrases(phrases);
  const format = useFormat();
  const { courses } = useEstimableCourses();
  const names = useClassNames();
  const lack = lackOf(draft);
  return (
    <>
      <p>{t('summary')}</p>
      <Facts
        facts={[
          { name: t('sum-course'), value: courses.find(({ id }) => id === draft.courseId)?.name },
          { name: t('sum-unit'), value: unitName },
          { name: t('sum-outcome'), value: `${names(draft.outcomeClasses)}${tp('listSign')}${t(draft.countRule)}` },
          { name: t('sum-control'), value: names(draft.controlClasses) || t('noControl') },
          { name: t('sum-window'), value: t('windowValue', { k: draft.decisionWindow }) },
          { name: t('sum-fall'), value: format.share(draft.wantedFall) },
          { name: t('sum-cluster'), value: t(draft.cluster) },
          { name: t('sum-cost'), value: draft.cost === null ? t('noCost') : `${format.count(draft.cost)} ${t('yuan')}` },
        ]}
      />
      <p className={styles['hint']} role="status">
        {lack ? t(lack) : t('afterLock')}
      </p>
    </>
  );
}
