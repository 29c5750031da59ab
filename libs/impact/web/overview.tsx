import { useUnit } from '@skillhall/ui/desk';
import type { ImpactOverviewQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { limitsOf } from './charts/limits.js';
import { monthsToShow, type MonthPoint } from './charts/month-series.js';
import { overviewQuery } from './impact-documents.js';
import styles from './impact.module.css';
import { phrases } from './phrases.js';
import { CoverageChart, RateChart } from './rate-chart.js';
import { useMarks } from './use-marks.js';

type OverviewOf = NonNullable<ImpactOverviewQuery['impactOverview']>;

/** How to begin, for those who may. */
function Nothing(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  return (
    <Empty
      title={t('none')}
      action={
        <div className={styles['buttons']}>
          {may('volume.manage') && <Button onClick={() => void go('/desk/imports/volumes')}>{t('importVolumes')}</Button>}
          {may('complaint.manage') && <Button onClick={() => void go('/desk/imports/complaints')}>{t('importComplaints')}</Button>}
        </div>
      }
    >
      {t('noneText')}
    </Empty>
  );
}

function Latest({ overview: { sentence, latest } }: { readonly overview: OverviewOf }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  return (
    <div className={styles['sentence']}>
      <p>{sentence}</p>
      {latest && (
        <small>
          {latest.transactions === null
            ? t('latestNoVolume', { month: format.month(latest.month), complaints: format.count(latest.counterComplaints) })
            : t('latest', { month: format.month(latest.month), complaints: format.count(latest.counterComplaints), transactions: format.count(latest.transactions) })}
        </small>
      )}
    </div>
  );
}

interface OverviewProps {
  readonly shown: number;
  /** What stands under the rate, and under all charts, given the months they show. */
  readonly underRate?: (months: readonly MonthPoint[]) => ReactNode;
  readonly children?: (months: readonly MonthPoint[]) => ReactNode;
}

function Charts({ overview, shown, underRate, children }: OverviewProps & { readonly overview: OverviewOf }): ReactNode {
  const months = useMemo(() => monthsToShow(overview.months, shown), [overview.months, shown]);
  // Months before those shown still say what was normal.
  const limits = useMemo(() => limitsOf(overview.months).slice(-months.length), [overview.months, months.length]);
  const marks = useMarks();
  if (months.length === 0) return <Nothing />;
  return (
    <>
      <Latest overview={overview} />
      <div className={styles['charts']}>
        <RateChart months={months} marks={marks} limits={limits} />
        {underRate?.(months)}
        <CoverageChart months={months} marks={marks} />
      </div>
      {children?.(months)}
    </>
  );
}

function OfUnit({ unitId, ...props }: OverviewProps & { readonly unitId: string }): ReactNode {
  const t = usePhrases(phrases);
  const query = useQuery(overviewQuery, { unitId });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={3} cards />}>
      {({ impactOverview }) => (impactOverview ? <Charts overview={impactOverview} {...props} /> : <Empty title={t('gone')} />)}
    </Loaded>
  );
}

/** The month in a sentence, the rate over time, and below it how many had been trained. */
export function Overview(props: OverviewProps): ReactNode {
  const { unit } = useUnit();
  // Another unit begins anew: its name must never stand over the former one's numbers.
  return <OfUnit key={unit.id} unitId={unit.id} {...props} />;
}
