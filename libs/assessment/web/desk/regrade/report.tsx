import type { RegradeOutcomeFragment } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';
import styles from './regrade.module.css';

const tones = { 'now-failed': 'bad', 'now-passed': 'good', same: undefined, open: 'warn' } as const;

/** Whom it touches: counts in a sentence, then the people. */
export function Report({ report }: { readonly report: RegradeOutcomeFragment['report'] }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const plain = (value: number): string => format.short(value, 2);
  const { attempts, gained, lost, nowPassed, nowFailed, lines } = report;
  return (
    <>
      <p className={styles['outcome']} role="status">
        {t('outcome', { attempts, gained, lost, nowPassed, nowFailed })}
      </p>
      {!lines.length && <p>{t('nobody')}</p>}
      {lines.length > 0 && (
        <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('verdict')}>
          <table className={styles['lines']}>
            <thead>
              <tr>
                {(['name', 'staffNumber', 'unit', 'before', 'after', 'change', 'verdict'] as const).map((head) => (
                  <th key={head} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ attemptId, name, staffNumber, unitName, before, after, change, verdict }) => (
                <tr key={attemptId}>
                  <th scope="row">{name}</th>
                  <td>{staffNumber}</td>
                  <td>{unitName}</td>
                  <td>{plain(before.marks)}</td>
                  <td>{plain(after.marks)}</td>
                  <td>{change > 0 ? `+${plain(change)}` : plain(change)}</td>
                  <td>
                    <Tag tone={tones[verdict as keyof typeof tones]}>{t(verdict as keyof typeof tones)}</Tag>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
