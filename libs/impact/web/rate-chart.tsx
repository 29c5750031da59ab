import { Chart, type Palette } from '@skillhall/ui/chart';
import { useFormat, useLocale, usePhrases } from '@skillhall/ui/i18n';
import { useCallback, useMemo, type ReactNode } from 'react';
import { coverageOption } from './charts/coverage-option.js';
import type { Limits } from './charts/limits.js';
import { type Mark, numberedMarks } from './charts/marks.js';
import { few, finding, rateDigits, type MonthPoint } from './charts/month-series.js';
import { rateOption } from './charts/rate-option.js';
import { axisLabel } from './charts/time-axis.js';
import styles from './impact.module.css';
import { phrases } from './phrases.js';

interface MonthsProps {
  readonly months: readonly MonthPoint[];
  readonly marks: readonly Mark[];
}

function useAxisLabel(): (month: string, index: number) => string {
  const locale = useLocale();
  return useMemo(() => {
    const write = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
      return (month: string) => format.format(new Date(`${month}-01T00:00:00Z`));
    };
    const words = { year: write({ year: 'numeric' }), short: write({ month: 'short' }) };
    return (month, index) => axisLabel(month, index, words);
  }, [locale]);
}

/** The rate in words: what it was, over which time, from how many complaints. */
function useFinding(): (months: readonly MonthPoint[]) => string {
  const t = usePhrases(phrases);
  const format = useFormat();
  return (months) => {
    const { n, now, before } = finding(months);
    if (now.ratePer10k === null) return t('findingNone');
    const said = { n, now: format.decimal(now.ratePer10k, rateDigits(now.ratePer10k)), nowCount: format.count(now.complaints) };
    if (!before || before.ratePer10k === null) return t('findingOne', said);
    return t('findingTwo', { ...said, before: format.decimal(before.ratePer10k, rateDigits(before.ratePer10k)), beforeCount: format.count(before.complaints) });
  };
}

export function RateChart({ months, marks, limits }: MonthsProps & { readonly limits: readonly (Limits | null)[] }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const label = useAxisLabel();
  const found = useFinding();
  const rate = useCallback((value: number | null) => format.decimal(value, rateDigits(value)), [format]);
  const option = useCallback(
    (palette: Palette) =>
      rateOption(
        months,
        {
          label,
          rate,
          average: (value) => t('average', { value: rate(value) }),
          point: (at) => t('point', { month: format.month(at.month), rate: rate(at.ratePer10k), complaints: format.count(at.counterComplaints), transactions: format.count(at.transactions) }),
        },
        palette,
        limits,
        marks,
      ),
    [t, months, marks, limits, label, rate, format],
  );
  const said = numberedMarks(months.map(({ month }) => month), marks).map(({ sign, month, text }) => t('markSaid', { sign, month: format.month(month), text }));
  return (
    <Chart
      title={found(months)}
      note={[t(limits.some((limit) => limit !== null) ? 'rateNoteLimits' : 'rateNote', { few }), ...said].join(' ')}
      height={300}
      option={option}
      table={{
        head: [t('month'), t('rate'), t('counterComplaints'), t('allComplaints'), t('transactions')],
        rows: months.map((at) => [format.month(at.month), rate(at.ratePer10k), format.count(at.counterComplaints), format.count(at.complaints), format.count(at.transactions)]),
      }}
    />
  );
}

export function CoverageChart({ months, marks }: MonthsProps): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const label = useAxisLabel();
  const option = useCallback(
    (palette: Palette) =>
      coverageOption(months, { label, share: (share) => format.share(share), point: (at) => t('coveragePoint', { month: format.month(at.month), share: format.share(at.coverage) }) }, palette, marks),
    [t, months, marks, label, format],
  );
  const last = months.findLast(({ coverage }) => coverage !== null);
  // Axes without a line would look like something that failed.
  if (!last?.coverage) return <p className={styles['nothing']}>{t('coverageNone')}</p>;
  return (
    <Chart
      title={t('coverageFinding', { month: format.month(last.month), share: format.share(last.coverage) })}
      note={t('coverageNote')}
      height={150}
      option={option}
      table={{ head: [t('month'), t('coverage')], rows: months.map((at) => [format.month(at.month), format.share(at.coverage)]) }}
    />
  );
}
