import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';
import styles from './results.module.css';

export interface Spread {
  readonly least: number;
  readonly lowerQuarter: number;
  readonly median: number;
  readonly upperQuarter: number;
  readonly most: number;
}

/** Where the scores of a group lie, on a line from 0 to 100 with the pass mark on it. */
export function SpreadPicture({ spread, passMark }: { readonly spread: Spread | null; readonly passMark: number }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  if (!spread) return <span className={styles['soft']}>–</span>;
  const said = (value: number): string => format.decimal(value, 0);
  const { least, lowerQuarter: lower, median, upperQuarter: upper, most } = spread;
  return (
    <svg className={styles['spread']} viewBox="0 0 200 24" preserveAspectRatio="none" role="img" aria-label={t('spreadLabel', { least: said(least), lower: said(lower), upper: said(upper), median: said(median), most: said(most) })}>
      <line x1="0" x2="200" y1="22" y2="22" className={styles['ground']} />
      <line x1={passMark * 2} x2={passMark * 2} y1="0" y2="24" className={styles['mark']} />
      <line x1={least * 2} x2={most * 2} y1="11" y2="11" className={styles['whisker']} />
      <rect x={lower * 2} y="4" width={Math.max(1, (upper - lower) * 2)} height="14" className={styles['half']} />
      <line x1={median * 2} x2={median * 2} y1="2" y2="20" className={styles['median']} />
    </svg>
  );
}

/** How many people scored in each tenth. */
export function Bins({ bins }: { readonly bins: readonly number[] | null }): ReactNode {
  const t = usePhrases(phrases);
  if (!bins) return <p className={styles['soft']}>{t('tooFew')}</p>;
  const most = Math.max(1, ...bins);
  return (
    <figure className={styles['bins']}>
      <ol>
        {bins.map((n, tenth) => (
          <li key={tenth}>
            <span aria-hidden>{n || ''}</span>
            <span className={styles['bin']} role="img" aria-label={t('binLabel', { from: tenth * 10, to: tenth * 10 + 10, n })} style={{ height: `${(n / most) * 100}px` }} />
            <small aria-hidden>{tenth * 10}</small>
          </li>
        ))}
      </ol>
      <figcaption>{t('binsNote')}</figcaption>
    </figure>
  );
}
