import type { OutlookFragment, TrainingOrderInput } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Figure, Section } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { Texts } from '../report/basis.js';
import { FallTable } from './fall-table.js';
import { Orders } from './orders.js';
import { plannerPhrases } from './phrases.js';
import styles from './planner.module.css';

interface AnswerProps {
  readonly outlook: OutlookFragment;
  /** The fall to be found. */
  readonly fall: number;
  /** An order of one's own is among those compared. */
  readonly own: boolean;
  readonly setOrders: (orders: TrainingOrderInput[] | null) => void;
}

/** The plan in a paragraph, the three numbers that matter, the table, the orders. */
export function OutlookAnswer({ outlook, fall, own, setOrders }: AnswerProps): ReactNode {
  const t = usePhrases(plannerPhrases);
  const format = useFormat();
  const { minimumDetectableFall: mde } = outlook;
  const said = { fall: format.share(fall) };
  return (
    <>
      <p className={styles['sentence']}>{outlook.sentence}</p>
      <div className={styles['figures']}>
        <Figure value={format.count(outlook.hallsNeeded)}>{t('needed', { ...said, halls: format.count(outlook.halls) })}</Figure>
        <Figure value={format.share(outlook.powerAtWantedFall)}>{t('power', said)}</Figure>
        <Figure value={format.share(mde)}>{t(mde === null ? 'mdeNone' : 'mde')}</Figure>
      </div>
      <p className={styles['soft']}>
        {t('history', {
          ...{ rate: format.decimal(outlook.ratePerHallMonth, 2), sd: format.decimal(outlook.shockSd, 2), correlation: format.decimal(outlook.shockCorrelation, 2) },
          source: t(outlook.shocksFromHistory ? 'own' : 'usual'),
        })}
      </p>
      <FallTable outlook={outlook} fall={fall} />
      <Section title={t('need')}>
        <ul className={styles['needs']}>
          {outlook.hallsNeededFor.map((need) => (
            <li key={need.fall}>{t('needLine', { fall: format.share(need.fall), halls: format.count(need.halls) })}</li>
          ))}
        </ul>
      </Section>
      <Orders outlook={outlook} own={own} setOrders={setOrders} />
      <Texts title={t('notes')} texts={outlook.notes} />
    </>
  );
}
