import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Figure } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { reportPhrases } from './phrases.js';
import type { Answer } from './facts.js';
import styles from './report.module.css';

/** Complaints that did not come, with how sure that is; a price only where they fell. Nothing where the answer is withheld. */
export function Figures({ report: { verdict, avoided, costPerAvoided } }: { readonly report: Answer }): ReactNode {
  const t = usePhrases(reportPhrases);
  const format = useFormat();
  if (!avoided || avoided.low === null || avoided.high === null || verdict === 'cannotSayYet') return null;
  const range = { low: format.count(avoided.low), high: format.count(avoided.high) };
  if (verdict !== 'fell') return <p className={styles['soft']}>{t('avoidedNone', range)}</p>;
  return (
    <div className={styles['figures']}>
      <Figure value={format.count(avoided.complaints)}>{t('avoided', { ...range, hallMonths: format.count(avoided.hallMonths) })}</Figure>
      {costPerAvoided && costPerAvoided.low !== null && (
        <Figure value={format.count(costPerAvoided.cost)}>
          {costPerAvoided.high === null ? t('costPerOpen', { low: format.count(costPerAvoided.low) }) : t('costPer', { low: format.count(costPerAvoided.low), high: format.count(costPerAvoided.high) })}
        </Figure>
      )}
    </div>
  );
}
