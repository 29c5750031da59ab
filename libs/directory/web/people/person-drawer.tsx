import type { PersonDetailQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { DetailDrawer, Facts } from '@skillhall/ui/table';
import type { ReactNode } from 'react';
import { Learning } from './learning.js';
import { AccountTag } from './people-table.js';
import styles from './people.module.css';
import { personQuery } from './person-documents.js';
import { phrases } from './phrases.js';
import { ResetPassword } from './reset-password.js';
import { Roles } from './roles.js';

type PersonOf = NonNullable<PersonDetailQuery['person']>;

function Employments({ person }: { readonly person: PersonOf }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  return (
    <Section title={t('employments')}>
      {person.employments.length === 0 ? (
        <p className={styles['soft']}>{t('noEmployments')}</p>
      ) : (
        <ol className={styles['lines']}>
          {person.employments.map(({ unit, post, from, until }) => (
            <li key={`${unit.id} ${from}`}>
              <span>{[unit.name, post?.name].filter(Boolean).join(' · ')}</span>
              <span className={styles['soft']}>
                {format.date(from)} – {until ? format.date(until) : t('today')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Detail({ person }: { readonly person: PersonOf }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const may = useMay();
  return (
    <div className={styles['detail']}>
      <Facts
        facts={[
          { name: t('number'), value: person.staffNumber },
          { name: t('unit'), value: person.unit.name },
          { name: t('post'), value: person.post?.name },
          { name: t('phone'), value: person.phone },
          { name: t('hired'), value: format.date(person.hiredOn) },
          ...(person.leftOn ? [{ name: t('left'), value: format.date(person.leftOn) }] : []),
          ...(person.employmentKind ? [{ name: t('kind'), value: person.employmentKind }] : []),
          {
            name: t('account'),
            value: (
              <span className={styles['account']}>
                <AccountTag has={person.hasAccount} /> {person.hasAccount && may('account.manage') && <ResetPassword person={person} small />}
              </span>
            ),
          },
        ]}
      />
      <Roles key={person.id} person={person} />
      <Employments person={person} />
      {may('learning-record.read') && <Learning personId={person.id} />}
    </div>
  );
}

/** Everything about one person, beside the list. */
export function PersonDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }): ReactNode {
  const t = usePhrases(phrases);
  const query = useQuery(personQuery, id === undefined ? null : { id });
  // The former person's answer stays while the next is asked for: it is not this person.
  const person = query.data?.person;
  const current = person === null || person?.id === id ? query.data : undefined;
  return (
    <DetailDrawer open={id !== undefined} onClose={onClose} title={current?.person?.name ?? t('title')}>
      <Loaded query={{ ...query, data: current }} skeleton={<Skeleton lines={10} />}>
        {(data) => (data.person ? <Detail person={data.person} /> : <Empty title={t('gone')} />)}
      </Loaded>
    </DetailDrawer>
  );
}
