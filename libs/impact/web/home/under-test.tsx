import { useUnit } from '@skillhall/ui/desk';
import { useQuery } from '@skillhall/ui/graphql';
import { Section } from '@skillhall/ui/page';
import { Rows } from '@skillhall/ui/pieces';
import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { studiesQuery } from '../studies/study-documents.js';
import { useStanding } from '../studies/study-state.js';
import styles from '../impact.module.css';
import { homePhrases } from './phrases.js';

const shown = 3;

/** Which trainings are under test now, and when there will be an answer; the newest, never the "best". */
export function UnderTest(): ReactNode {
  const t = usePhrases(homePhrases);
  const standing = useStanding();
  const { unit } = useUnit();
  const found = useQuery(studiesQuery, { unitId: unit.id, courseId: null, offset: 0, limit: 20 }).data?.studies.nodes;
  if (!found) return null;
  const open = found.filter(({ state }) => state === 'locked' || state === 'declared').slice(0, shown);
  const whenOf = (study: (typeof open)[number]): string => {
    if (study.state === 'declared') return t('notLocked');
    const report = study.latest?.report;
    if (report?.verdict !== 'cannotSayYet') return '';
    return report.moreMonths === null ? t('notByWaiting') : t('waitMonths', { n: report.moreMonths });
  };
  return (
    <Section title={t('underTest')} actions={<Link to="/desk/studies">{t('allStudies')}</Link>}>
      {open.length === 0 ? (
        <p className={styles['nothing']}>{t('noneUnderTest')}</p>
      ) : (
        <Rows>
          {open.map((study) => (
            <li key={study.id} className={styles['underTest']}>
              <Link to={`/desk/studies/${study.id}`}>{study.title}</Link>
              <span>{[study.state === 'locked' && standing(study), whenOf(study)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  );
}
