import { useUnit } from '@skillhall/ui/desk';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Section } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { recentAuditQuery, recentImportsQuery, recentRecordsQuery } from './documents.js';
import { phrases } from './phrases.js';
import { PlainList } from './plain-list.js';

export function RecentRecords(): ReactNode {
  const t = usePhrases(phrases);
  const { unit } = useUnit();
  const query = useQuery(recentRecordsQuery, { unitId: unit.id });
  return (
    <Section title={t('recentRecords')}>
      <Loaded query={query}>
        {({ courseProgress }) => (
          <PlainList
            label={t('recentRecords')}
            none={t('recentRecordsNone')}
            head={[t('person'), t('course'), t('progress')]}
            rows={courseProgress.nodes.map(({ person, course, enrolment }) => ({
              key: enrolment.id,
              cells: [
                person.name,
                course.name,
                enrolment.completedAt ? t('completed') : t('progressOf', { done: enrolment.completedActivities, total: enrolment.totalActivities }),
              ],
            }))}
          />
        )}
      </Loaded>
    </Section>
  );
}

export function RecentImports(): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const query = useQuery(recentImportsQuery, {});
  return (
    <Section title={t('recentImports')}>
      <Loaded query={query}>
        {({ importRuns }) => (
          <PlainList
            label={t('recentImports')}
            none={t('recentImportsNone')}
            head={[t('when'), t('file'), t('who')]}
            rows={importRuns.nodes.map(({ id, createdAt, fileName, createdByName }) => ({ key: id, cells: [format.moment(createdAt), fileName, createdByName] }))}
          />
        )}
      </Loaded>
    </Section>
  );
}

export function RecentAudit(): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const query = useQuery(recentAuditQuery, {});
  return (
    <Section title={t('recentAudit')}>
      <Loaded query={query}>
        {({ auditEntries }) => (
          <PlainList
            label={t('recentAudit')}
            none={t('recentAuditNone')}
            head={[t('when'), t('who'), t('what')]}
            rows={auditEntries.nodes.map(({ seq, at, actorName, action }) => ({ key: String(seq), cells: [format.moment(at), actorName, action] }))}
          />
        )}
      </Loaded>
    </Section>
  );
}
