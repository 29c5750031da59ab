import type { OutlookFragment, TrainingOrderInput } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import { Tag } from '@skillhall/ui/pieces';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { phrases } from '../phrases.js';
import { NumberField } from '../wizard/choices.js';
import { plannerPhrases } from './phrases.js';
import styles from './planner.module.css';

type Order = OutlookFragment['orders'][number];
const mostOrders = 6;

function OrderCard({ order, soonest }: { readonly order: Order; readonly soonest: boolean }): ReactNode {
  const t = usePhrases(plannerPhrases);
  const tp = usePhrases(phrases);
  const format = useFormat();
  return (
    <li className={styles['order']}>
      <h3>
        {order.answerAfterMonths === null ? t('noAnswer', { n: order.timeline.at(-1)?.months ?? 0 }) : t('answer', { n: order.answerAfterMonths })} {soonest && <Tag tone="good">{t('soonest')}</Tag>}
      </h3>
      <p>{order.waves.map(({ month, halls }) => t('wave', { month, halls: format.count(halls) })).join(tp('listSign'))}</p>
      <p className={styles['soft']}>{t('untrained', { n: format.count(order.untrained) })}</p>
      <table>
        <thead>
          <tr>
            {(['month', 'found', 'powerHead'] as const).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.timeline.map(({ months, minimumDetectableFall, power }) => (
            <tr key={months} data-answer={months >= (order.answerAfterMonths ?? Infinity) || undefined}>
              <th scope="row">{t('monthOf', { n: months })}</th>
              <td>{minimumDetectableFall === null ? t('hopeless') : format.share(minimumDetectableFall)}</td>
              <td>{format.share(power)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

/** Equal waves, the same months apart. */
export const evenWaves = (waves: number, each: number, gap: number): TrainingOrderInput => ({ waves: Array.from({ length: waves }, (_, at) => ({ month: 1 + at * gap, halls: each })) });

interface OrdersProps {
  readonly outlook: OutlookFragment;
  readonly own: boolean;
  readonly setOrders: (orders: TrainingOrderInput[] | null) => void;
}

function OwnOrder({ outlook, own, setOrders }: OrdersProps): ReactNode {
  const t = usePhrases(plannerPhrases);
  const [waves, setWaves] = useState(3);
  const [each, setEach] = useState(Math.max(1, Math.floor(outlook.trainedHalls / 3)));
  const [gap, setGap] = useState(4);
  const former = outlook.orders.map((order) => ({ waves: order.waves.map(({ month, halls }) => ({ month, halls })) }));
  return (
    <div className={styles['own']}>
      <h3>{t('own1')}</h3>
      <div className={styles['asks']}>
        <NumberField label={t('waves')} unit="" min={1} max={12} value={waves} onChange={(value) => value !== null && setWaves(value)} />
        <NumberField label={t('each')} unit={t('hallUnit')} min={1} max={outlook.halls} value={each} onChange={(value) => value !== null && setEach(value)} />
        <NumberField label={t('gap')} unit={t('months')} min={1} max={12} value={gap} onChange={(value) => value !== null && setGap(value)} />
        <Button disabled={former.length >= mostOrders || waves * each >= outlook.halls} onClick={() => setOrders([...former, evenWaves(waves, each, gap)])}>
          {t('add')}
        </Button>
        {own && <Button onClick={() => setOrders(null)}>{t('removeOwn')}</Button>}
      </div>
    </div>
  );
}

/** Orders of training and when each allows an answer. */
export function Orders({ outlook, own, setOrders }: OrdersProps): ReactNode {
  const t = usePhrases(plannerPhrases);
  return (
    <Section title={t('orders')}>
      <p className={styles['soft']}>{t('ordersLead')}</p>
      <ul className={styles['orders']}>
        {outlook.orders.map((order, at) => (
          <OrderCard key={`${at} ${order.plan}`} order={order} soonest={order.plan === outlook.soonestPlan} />
        ))}
      </ul>
      <OwnOrder outlook={outlook} own={own} setOrders={setOrders} />
    </Section>
  );
}
