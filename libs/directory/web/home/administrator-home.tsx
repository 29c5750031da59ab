import { useUnit } from '@skillhall/ui/desk';
import { FormerRuns } from '@skillhall/ui/imports';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Figure, Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { Rows } from '@skillhall/ui/pieces';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { phrases as importPhrases } from '../imports/phrases.js';
import { auditQuery } from '../system/audit-documents.js';
import { useAuditWords } from '../system/audit-page.js';
import { phrases } from '../system/phrases.js';
import styles from './home.module.css';

const sizeQuery = graphql(`
  query OrganisationSize($id: ID!) {
    unit(id: $id) {
      id
      hallCount
      peopleCount
    }
  }
`);

function Size({ unitId }: { readonly unitId: string }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const go = useNavigate();
  const query = useQuery(sizeQuery, { id: unitId });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={2} />}>
      {(data) => (
        <div className={styles['size']}>
          <Figure value={format.count(data.unit?.hallCount)}>{t('halls')}</Figure>
          <Figure value={format.count(data.unit?.peopleCount)}>{t('people')}</Figure>
          {data.unit?.peopleCount === 0 && (
            <div className={styles['begin']}>
              <p>{t('beginText')}</p>
              <Button type="primary" onClick={() => void go('/desk/imports')}>
                {t('begin')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Loaded>
  );
}

function Recent(): ReactNode {
  const t = usePhrases(phrases);
  const words = useAuditWords();
  const query = useQuery(auditQuery, { action: null, offset: 0, limit: 8 });
  return (
    <Section title={t('recent')} actions={<Link to="/desk/audit">{t('all')}</Link>}>
      <Loaded query={query}>
        {({ auditEntries: { nodes } }) =>
          nodes.length === 0 ? (
            <p>{t('empty')}</p>
          ) : (
            <Rows>
              {nodes.map((row) => (
                <li key={row.seq} className={styles['entry']}>
                  <span className={styles['time']}>{words.time(row)}</span>
                  <span>{row.actorName ?? t('system')}</span>
                  <strong>{words.action(row)}</strong>
                </li>
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Section>
  );
}

/** What an administrator looks at first: how large it is, what was imported, what was done. */
export function AdministratorHome(): ReactNode {
  const ti = usePhrases(importPhrases);
  const { unit } = useUnit();
  return (
    <div className={styles['home']}>
      <Size key={unit.id} unitId={unit.id} />
      <FormerRuns nameOf={(kind) => ti(kind)} addressOf={({ id, kind }) => `/desk/imports/${kind}?run=${id}`} few />
      <Recent />
    </div>
  );
}
