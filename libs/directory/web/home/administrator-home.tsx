import { useUnit } from '@skillhall/ui/desk';
import { FormerRuns } from '@skillhall/ui/imports';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Section, Tile, Tiles } from '@skillhall/ui/page';
import { Rows } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { phrases as importPhrases } from '../imports/phrases.js';
import { auditQuery } from '../system/audit-documents.js';
import { useAuditor } from '../system/audit-page.js';
import { phrases } from '../system/phrases.js';
import styles from './home.module.css';

const sizeQuery = graphql(`
  query OrganisationSize($id: ID!) {
    unit(id: $id) {
      id
      hallCount
      peopleCount
    }
    people(filter: { unitId: $id, hasAccount: true }, limit: 1) {
      totalCount
    }
  }
`);

function Size({ unitId }: { readonly unitId: string }): ReactNode {
  const t = usePhrases(phrases);
  const { data } = useQuery(sizeQuery, { id: unitId });
  return (
    <Tiles>
      <Tile value={data?.unit?.hallCount} unit={t('unitHalls')} to="/desk/units">
        {t('halls')}
      </Tile>
      <Tile value={data?.unit?.peopleCount} unit={t('unitPeople')} to="/desk/people">
        {t('people')}
      </Tile>
      <Tile value={data?.people.totalCount} unit={t('unitPeople')} to="/desk/accounts?account=yes">
        {t('canSignIn')}
      </Tile>
    </Tiles>
  );
}

function Recent(): ReactNode {
  const t = usePhrases(phrases);
  const who = useAuditor();
  const format = useFormat();
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
                  <span className={styles['time']}>{format.moment(row.at)}</span>
                  <span>{who(row)}</span>
                  <strong>{row.said}</strong>
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
