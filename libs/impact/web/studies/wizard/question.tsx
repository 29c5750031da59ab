import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useEstimableCourses } from '../../estimate/estimate-documents.js';
import styles from '../studies.module.css';
import type { ChoicesProps } from './choices.js';
import { wizardPhrases } from './phrases.js';

/** Which course, and the name of the study; a name that nobody wrote follows the course. */
export function Question({ draft, set, proposal, fixed }: ChoicesProps & { readonly fixed: boolean }): ReactNode {
  const t = usePhrases(wizardPhrases);
  const format = useFormat();
  const id = useId();
  const { courses, loading } = useEstimableCourses();
  const nameOf = (courseId: string | null) => courses.find((course) => course.id === courseId)?.name;
  const former = nameOf(draft.courseId);
  const own = draft.title.trim() !== '' && draft.title !== (former && t('titleOf', { course: former }));
  const choose = (courseId: string) => set({ courseId, ...(!own && { title: t('titleOf', { course: nameOf(courseId) ?? '' }) }) });
  return (
    <>
      <div className={styles['field']}>
        <label htmlFor={`${id}-course`}>{t('course')}</label>
        <Select
          id={`${id}-course`}
          size="large"
          showSearch={{ optionFilterProp: 'label' }}
          loading={loading}
          disabled={fixed}
          placeholder={t('chooseCourse')}
          value={draft.courseId}
          options={courses.map((course) => ({ value: course.id, label: course.name }))}
          onChange={choose}
        />
        <span className={styles['hint']}>{t(fixed ? 'courseFixed' : 'courseHint')}</span>
        {proposal && (
          <span className={styles['hint']} role="status">
            {proposal.trainedHalls === 0 ? t('nobodyTrained') : t('trainedSoFar', { halls: format.count(proposal.trainedHalls), waves: proposal.waves.length, first: format.month(proposal.waves[0]?.month) })}
          </span>
        )}
      </div>
      <div className={styles['field']}>
        <label htmlFor={`${id}-title`}>{t('title')}</label>
        <Input id={`${id}-title`} size="large" maxLength={200} value={draft.title} onChange={(event) => set({ title: event.target.value })} />
        <span className={styles['hint']}>{t('titleHint')}</span>
      </div>
    </>
  );
}
