import { Chart, type Palette } from '@skillhall/ui/chart';
import type { EstimateQuery } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import { Banner } from '@skillhall/ui/pieces';
import { Facts } from '@skillhall/ui/table';
import { useCallback, type ReactNode } from 'react';
import { rateDigits } from '../charts/month-series.js';
import { ratioOption, type Ratio } from '../charts/ratio-option.js';
import styles from '../impact.module.css';
import { useChange } from '../use-change.js';
import { estimatePhrases } from './phrases.js';

export type EstimateOf = NonNullable<EstimateQuery['simpleEstimate']>;

const ratioOf = ({ rateRatio, low, high }: EstimateOf): Ratio | undefined => (rateRatio === null || low === null || high === null ? undefined : { ratio: rateRatio, low, high });

function RatioChart({ ratio, low, high }: Ratio): ReactNode {
  const t = usePhrases(estimatePhrases);
  const format = useFormat();
  const change = useChange();
  const option = useCallback(
    (palette: Palette) => ratioOption({ ratio, low, high }, { change, less: t('less'), rise: t('rise') }, palette),
    [t, ratio, low, high, change],
  );
  const number = (value: number) => format.decimal(value, 2);
  return (
    <Chart
      title={t('ratioTitle', { ratio: number(ratio), low: number(low), high: number(high) })}
      note={t('ratioNote')}
      height={150}
      option={option}
      table={{
        head: [t('item'), t('value')],
        rows: [
          [t('ratio'), number(ratio)],
          [t('low'), number(low)],
          [t('high'), number(high)],
        ],
      }}
    />
  );
}

function Basis({ estimate }: { readonly estimate: EstimateOf }): ReactNode {
  const t = usePhrases(estimatePhrases);
  const format = useFormat();
  const { beforeRate, afterRate } = estimate;
  const rate = (value: number) => format.decimal(value, rateDigits(value));
  return (
    <Section title={t('basis')}>
      <Facts
        facts={[
          { name: t('basisHalls'), value: t('basisHallsValue', { n: format.count(estimate.halls), trained: format.count(estimate.trainedHalls) }) },
          { name: t('basisMonths'), value: format.count(estimate.months) },
          { name: t('basisComplaints'), value: t('basisComplaintsValue', { n: format.count(estimate.complaints) }) },
          ...(beforeRate !== null && afterRate !== null ? [{ name: t('basisRaw'), value: t('basisRawValue', { before: rate(beforeRate), after: rate(afterRate) }) }] : []),
        ]}
      />
    </Section>
  );
}

/** The answer for one course: the sentence, the picture, what it cannot exclude; or why there is no number. */
export function EstimatePanel({ estimate }: { readonly estimate: EstimateOf }): ReactNode {
  const t = usePhrases(estimatePhrases);
  const ratio = ratioOf(estimate);
  return (
    <div className={styles['panel']}>
      <div className={styles['sentence']}>
        <p>{estimate.sentence}</p>
      </div>
      {ratio ? (
        <RatioChart {...ratio} />
      ) : (
        <Banner tone="note">
          <strong>{t('noNumber')}</strong>
          {estimate.reason && <p>{estimate.reason}</p>}
        </Banner>
      )}
      <div className={styles['columns']}>
        {estimate.cannotExclude.length > 0 && (
          <Section title={t('cannotExclude')}>
            <ul className={styles['doubts']}>
              {estimate.cannotExclude.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          </Section>
        )}
        <Basis estimate={estimate} />
      </div>
    </div>
  );
}
