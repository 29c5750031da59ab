import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { Rows, Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { isPast, type SittingCardFields } from '../my-sitting.js';
import { sittingPath } from '../paths.js';
import { mySittingsQuery } from '../sitting-documents.js';
import { sittingPhrases } from '../sitting-phrases.js';
import { AttemptResult } from './attempt-result.js';
import styles from './my-sittings.module.css';

/** What became of a sitting, or that it still comes. */
function Outcome({ sitting }: { readonly sitting: SittingCardFields }): ReactNode {
  const t = usePhrases(sittingPhrases);
  const latest = sitting.myAttempts[0];
  if (latest) return <AttemptResult {...latest} />;
  if (sitting.state === 'open') return <Tag tone="warn">{t('running')}</Tag>;
  return sitting.state === 'closed' && sitting.delivery === 'screen' ? <Tag>{t('notSat')}</Tag> : null;
}

function List({ title, sittings }: { readonly title: string; readonly sittings: readonly SittingCardFields[] }): ReactNode {
  const format = useFormat();
  return (
    <section className={styles['list']}>
      <h2>{title}</h2>
      <Rows>
        {sittings.map((sitting) => (
          <li key={sitting.id}>
            <Link to={sittingPath(sitting.id)} className={styles['row']}>
              <span className={styles['what']}>
                <strong>{sitting.examTitle}</strong>
                <span>{[`${format.day(sitting.opensAt)} ${format.time(sitting.opensAt)}`, sitting.place].filter(Boolean).join(' · ')}</span>
              </span>
              <span className={styles['outcome']}>
                <Outcome sitting={sitting} />
              </span>
            </Link>
          </li>
        ))}
      </Rows>
    </section>
  );
}

/** My exams: those ahead, then those sat. */
export function MySittings(): ReactNode {
  const t = usePhrases(sittingPhrases);
  const query = useQuery(mySittingsQuery, {});
  return (
    <Loaded query={query} skeleton={<Skeleton cards lines={3} />}>
      {({ mySittings }) => {
        const [ahead, past] = [mySittings.filter((each) => !isPast(each)), mySittings.filter(isPast)];
        return (
          <>
            {ahead.length > 0 ? <List title={t('ahead')} sittings={ahead} /> : <Empty title={t('none')}>{t('noneText')}</Empty>}
            {past.length > 0 && <List title={t('past')} sittings={past} />}
          </>
        );
      }}
    </Loaded>
  );
}
