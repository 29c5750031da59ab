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
  const { complaints, low, high } = avoided;
  if (verdict === 'noDetectableEffect') return <p className={styles['soft']}>{t('avoidedNone', { more: format.count(Math.abs(low)), fewer: format.count(Math.abs(high)) })}</p>;
  const hallMonths = format.count(avoided.hallMonths);
  // What was avoided is below nought where complaints rose: then it is told as what came on top.
  const figure =
    verdict === 'rose'
      ? { value: complaints === null ? null : -complaints, text: t('added', { low: format.count(-high), high: format.count(-low), hallMonths }) }
      : { value: complaints, text: t('avoided', { low: format.count(low), high: format.count(high), hallMonths }) };
  return (
    <div className={styles['figures']}>
      <Figure value={format.count(figure.value)}>{figure.text}</Figure>
      {costPerAvoided && costPerAvoided.low !== null && (
        <Figure value={format.count(costPerAvoided.cost)}>
          {costPerAvoided.high === null ? t('costPerOpen', { low: format.count(costPerAvoided.low) }) : t('costPer', { low: format.count(costPerAvoided.low), high: format.count(costPerAvoided.high) })}
        </Figure>
      )}
    </div>
  );
}
