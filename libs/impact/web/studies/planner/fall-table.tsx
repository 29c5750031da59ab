import type { OutlookFragment } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { plannerPhrases } from './phrases.js';
import styles from './planner.module.css';

export type Level = 'enough' | 'nearly' | 'short' | 'hopeless';

/** How a smallest fall that could be found stands beside the one that is wanted. */
export function levelOf(found: number | null, wanted: number): Level {
  if (found === null) return 'hopeless';
  if (found <= wanted) return 'enough';
  return found <= wanted * 1.5 ? 'nearly' : 'short';
}

/** Smallest falls by halls and months: a heat map whose cells say in a word what their colour means. */
export function FallTable({ outlook: { table, halls }, fall }: { readonly outlook: OutlookFragment; readonly fall: number }): ReactNode {
  const t = usePhrases(plannerPhrases);
  const format = useFormat();
  const months = table[0]?.falls.map(({ postMonths }) => postMonths) ?? [];
  return (
    <Section title={t('tableTitle')}>
      <p className={styles['soft']}>{t('tableLead', { fall: format.share(fall) })}</p>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('tableTitle')}>
        <table className={styles['heat']}>
          <thead>
            <tr>
              <th scope="col">{t('tableHalls')}</th>
              {months.map((n) => (
                <th key={n} scope="col">
                  {t('tableMonths', { n })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.map((line) => (
              <tr key={line.halls} data-yours={line.halls === halls || undefined}>
                <th scope="row">
                  {format.count(line.halls)} {line.halls === halls && <small>{t('yours')}</small>}
                </th>
                {line.falls.map(({ postMonths, minimumDetectableFall }) => {
                  const level = levelOf(minimumDetectableFall, fall);
                  return (
                    <td key={postMonths} data-level={level}>
                      {minimumDetectableFall !== null && format.share(minimumDetectableFall)} <small>{t(level)}</small>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
