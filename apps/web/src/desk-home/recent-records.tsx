import { useUnit } from '@skillhall/ui/desk';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Section } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { recentRecordsQuery } from './documents.js';
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
