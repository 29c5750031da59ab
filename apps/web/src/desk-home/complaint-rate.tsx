import { Chart, type Palette } from '@skillhall/ui/chart';
import { useUnit } from '@skillhall/ui/desk';
import { useQuery } from '@skillhall/ui/graphql';
import type { HomeMonthFragment } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Figure, Loaded, Skeleton } from '@skillhall/ui/page';
import { Card } from '@skillhall/ui/pieces';
import { useCallback, type ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './desk-home.module.css';
import { overviewQuery } from './documents.js';
import { phrases } from './phrases.js';

const monthsShown = 24;

function RateChart({ months }: { readonly months: readonly HomeMonthFragment[] }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { unit } = useUnit();
  const option = useCallback(
    (palette: Palette) => ({
      grid: { left: 40, right: 16, top: 16, bottom: 28 },
      tooltip: { trigger: 'axis' as const, valueFormatter: (value: unknown) => (typeof value === 'number' ? value.toFixed(1) : '–') },
      xAxis: { type: 'category' as const, data: months.map(({ month }) => month), axisLabel: { color: palette.inkSoft }, axisLine: { lineStyle: { color: palette.line } } },
      yAxis: { type: 'value' as const, min: 0, axisLabel: { color: palette.inkSoft }, splitLine: { lineStyle: { color: palette.line } } },
      series: [
        {
          type: 'line' as const,
          name: t('rateColumn'),
          data: months.map(({ ratePer10k }) => ratePer10k),
          symbolSize: 6,
          lineStyle: { color: palette.brand, width: 2 },
          itemStyle: { color: palette.brand },
        },
      ],
    }),
    [months, t],
  );
  return (
    <Chart
      title={t('chartTitle', { unit: unit.name, n: months.length })}
      note={t('chartNote')}
      option={option}
      table={{
        head: [t('month'), t('rateColumn'), t('complaintsColumn'), t('transactionsColumn')],
        rows: months.map(({ month, ratePer10k, counterComplaints, transactions }) => [
          format.month(month),
          format.decimal(ratePer10k),
          format.count(counterComplaints),
          format.count(transactions),
        ]),
      }}
    />
  );
}

/** The manager's sentence, the number it speaks of, and the months behind it. */
export function ComplaintRate(): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { unit } = useUnit();
  const query = useQuery(overviewQuery, { unitId: unit.id });
  return (
    <Loaded query={query} skeleton={<Skeleton cards lines={3} />}>
      {({ impactOverview: overview }) => {
        if (!overview?.latest) return <Empty title={t('noMonths')}>{t('noMonthsText')}</Empty>;
        const { latest } = overview;
        return (
          <>
            <p className={styles['sentence']}>{overview.sentence}</p>
            <div className={styles['numbers']}>
              <Card className={styles['number']!}>
                <Figure value={format.decimal(latest.ratePer10k)} unit={t('rate')}>
                  {format.month(latest.month)} · {t('complaints', { n: format.count(latest.counterComplaints) })} · {t('transactions', { n: format.count(latest.transactions) })}
                </Figure>
                <Link to="/desk/complaints">{t('seeComplaints')}</Link>
              </Card>
              {latest.coverage !== null && (
                <Card className={styles['number']!}>
                  <Figure value={format.share(latest.coverage)} unit={t('coverage')}>
                    {t('coverageText')}
                  </Figure>
                  <Link to="/desk/impact">{t('seeImpact')}</Link>
                </Card>
              )}
            </div>
            <RateChart months={overview.months.slice(-monthsShown)} />
          </>
        );
      }}
    </Loaded>
  );
}
