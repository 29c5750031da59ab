import { useUnit } from '@skillhall/ui/desk';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, useLocale, usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { few, rateDigits } from '../charts/month-series.js';
import { phrases } from '../phrases.js';
import styles from './halls.module.css';
import { pivot, type HallMonthRow, type HallRow } from './pivot.js';
import { useHallMonths } from './use-hall-months.js';

const countQuery = graphql(`
  query HallCount($id: ID!) {
    unit(id: $id) {
      id
      hallCount
    }
  }
`);

const mostHalls = 60;

type Counted = Pick<HallMonthRow, 'ratePer10k' | 'counterComplaints'>;

/** The rate with its count below; no complaint at all is a plain 0. */
function Cell({ at }: { readonly at: Counted | null }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  if (!at) return <td data-few>–</td>;
  if (at.counterComplaints === 0) return <td data-few>{at.ratePer10k === null ? t('noVolume') : '0'}</td>;
  return (
    <td data-few={at.counterComplaints < few || undefined}>
      {at.ratePer10k === null ? t('noVolume') : format.decimal(at.ratePer10k, rateDigits(at.ratePer10k))}
      <small>{t('cell', { n: format.count(at.counterComplaints) })}</small>
    </td>
  );
}

function Matrix({ halls, months }: { readonly halls: readonly HallRow[]; readonly months: readonly string[] }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('halls')}>
      <table className={styles['matrix']}>
        <thead>
          <tr>
            <th scope="col">{t('hall')}</th>
            <th scope="col">{t('total', { n: months.length })}</th>
            {months.map((month) => (
              <th key={month} scope="col" aria-label={format.month(month)}>
                <small>{month.slice(0, 4)}</small>
                {month.slice(5)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {halls.map(({ id, name, cells, complaints, ratePer10k }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <Cell at={{ ratePer10k, counterComplaints: complaints }} />
              {cells.map((cell, index) => (
                <Cell key={months[index]} at={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Halls({ unitId, months }: { readonly unitId: string; readonly months: readonly string[] }): ReactNode {
  const t = usePhrases(phrases);
  const locale = useLocale();
  const all = useHallMonths(unitId, months[0] ?? '', months.at(-1) ?? '');
  const halls = useMemo(() => pivot(all.data ?? [], months, locale), [all.data, months, locale]);
  return (
    <Loaded query={all} skeleton={<Skeleton lines={8} />}>
      {() =>
        halls.length === 0 ? (
          <p>{t('hallsNone')}</p>
        ) : (
          <>
            <p className={styles['soft']}>{t('hallsLead', { few })}</p>
            <Matrix halls={halls} months={months} />
          </>
        )
      }
    </Loaded>
  );
}

/** Halls by months; a unit with too many halls for one table leads to the units below it. */
export function HallMonths({ months }: { readonly months: readonly string[] }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { unit, children, choose } = useUnit();
  const count = useQuery(countQuery, { id: unit.id });
  const n = count.data?.unit?.hallCount ?? 0;
  // A stable list: the same months must not be asked for again.
  const list = months.join(' ');
  const stable = useMemo(() => list.split(' ').filter(Boolean), [list]);
  return (
    <Section title={t('halls')}>
      <Loaded query={count} skeleton={<Skeleton lines={4} />}>
        {() =>
          n <= mostHalls ? (
            <Halls unitId={unit.id} months={stable} />
          ) : (
            <>
              <p>{t('hallsMany', { n: format.count(n) })}</p>
              <div className={styles['below']}>
                {children.map(({ id, name }) => (
                  <Button key={id} onClick={() => choose(id)}>
                    {name}
                  </Button>
                ))}
              </div>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
