import { useUnit } from '@skillhall/ui/desk';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import type { Results } from './exam-results-page.js';
import { phrases } from './phrases.js';
import styles from './results.module.css';
import { SpreadPicture } from './spread.js';

/** Unit by unit, each with everything below it; a unit that is chosen becomes that of the desk. */
export function UnitTable({ results }: { readonly results: Results }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { unit, choose } = useUnit();
  if (!results.units.length) return <p className={styles['soft']}>{t('nobody')}</p>;
  return (
    <>
      <p className={styles['soft']}>{t('byUnitNote')}</p>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('byUnit')}>
        <table className={styles['units']}>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              <th scope="col">{t('sat')}</th>
              <th scope="col">{t('passed')}</th>
              <th scope="col">{t('passRate')}</th>
              <th scope="col">{t('mean')}</th>
              <th scope="col">{t('spread')}</th>
            </tr>
          </thead>
          <tbody>
            {results.units.map(({ unitId, unitName, sat, passed, pending, mean, spread }) => (
              <tr key={unitId}>
                <th scope="row">
                  {unitId === unit.id ? (
                    unitName
                  ) : (
                    <button type="button" onClick={() => choose(unitId)}>
                      {unitName}
                    </button>
                  )}
                </th>
                <td>{format.count(sat)}</td>
                <td>{format.count(passed)}</td>
                <td>{sat > pending ? format.share(passed / (sat - pending)) : '–'}</td>
                <td>{format.decimal(mean)}</td>
                <td className={styles['wide']}>
                  <SpreadPicture spread={spread ?? null} passMark={results.passMark} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
