import { useUnit } from '@skillhall/ui/desk';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Skeleton } from '@skillhall/ui/page';
import { useTableState } from '@skillhall/ui/table';
import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import styles from '../impact.module.css';
import { phrases } from '../phrases.js';
import { estimateQuery, useEstimableCourses } from './estimate-documents.js';
import { EstimatePanel } from './estimate-panel.js';
import { estimatePhrases } from './phrases.js';

function Answer({ unitId, courseId }: { readonly unitId: string; readonly courseId: string }): ReactNode {
  const t = usePhrases(phrases);
  const query = useQuery(estimateQuery, { unitId, courseId });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={3} cards />}>
      {({ simpleEstimate }) => (simpleEstimate ? <EstimatePanel estimate={simpleEstimate} /> : <Empty title={t('gone')} />)}
    </Loaded>
  );
}

/** Did a course lower complaints here? The course is in the address. */
export function EstimatePage(): ReactNode {
  const t = usePhrases(estimatePhrases);
  const { unit } = useUnit();
  const { filters, setFilter } = useTableState(['course']);
  const { courses, loading } = useEstimableCourses();
  const id = useId();
  return (
    <Page
      title={t('estimates')}
      lead={t('estimatesLead', { unit: unit.name })}
      help={
        <>
          <p>{t('helpEstimate')}</p>
          <p>{t('helpInterval')}</p>
          <p>{t('helpCannot')}</p>
        </>
      }
    >
      {!loading && courses.length === 0 ? (
        <Empty title={t('noCourses')}>{t('noCoursesText')}</Empty>
      ) : (
        <>
          <label htmlFor={id}>
            <span className="visually-hidden">{t('course')}</span>
            <Select
              id={id}
              className={styles['choose']!}
              size="large"
              showSearch={{ optionFilterProp: 'label' }}
              loading={loading}
              placeholder={t('chooseCourse')}
              value={filters.course ?? null}
              options={courses.map((course) => ({ value: course.id, label: course.name }))}
              onChange={(course: string | null) => setFilter('course', course ?? undefined)}
            />
          </label>
          {filters.course === undefined ? (
            <Empty title={t('chooseFirst')}>{t('chooseFirstText')}</Empty>
          ) : (
            // Another question begins anew: an answer must never stand under another question.
            <Answer key={`${unit.id} ${filters.course}`} unitId={unit.id} courseId={filters.course} />
          )}
        </>
      )}
    </Page>
  );
}
