import { useUnit } from '@skillhall/ui/desk';
import type { StudyOutlookInput } from '@skillhall/ui/gql';
import { useQuery, useSettled } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Button, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useEstimableCourses } from '../../estimate/estimate-documents.js';
import { phrases } from '../phrases.js';
import { NumberField } from '../wizard/choices.js';
import { OutlookAnswer } from './outlook-answer.js';
import { plannerPhrases } from './phrases.js';
import { outlookQuery } from './planner-documents.js';
import styles from './planner.module.css';

type Asked = Omit<StudyOutlookInput, 'unitId'>;
/** Every answer reads the months of all halls. */
const settleMs = 400;
const usual: Asked = { fall: 0.2, halls: null, trainedShare: 0.5, postMonths: 10, decisionWindow: 3, courseId: null, orders: null };

function Assumptions({ asked, set }: { readonly asked: Asked; readonly set: (change: Partial<Asked>) => void }): ReactNode {
  const t = usePhrases(plannerPhrases);
  const id = useId();
  const { courses, loading } = useEstimableCourses();
  // Another number of halls makes an order of one's own one for other halls.
  const anew = (change: Partial<Asked>) => set({ ...change, orders: null });
  return (
    <div className={styles['asks']}>
      <NumberField label={t('fall')} unit={t('percent')} min={1} max={95} value={Math.round(asked.fall * 100)} onChange={(value) => value !== null && set({ fall: value / 100 })} />
      <NumberField label={t('halls')} unit={t('hallUnit')} placeholder={t('hallsOwn')} min={2} max={1_000_000} value={asked.halls ?? null} onChange={(halls) => anew({ halls })} />
      <NumberField label={t('share')} unit={t('percent')} min={1} max={99} value={Math.round((asked.trainedShare ?? 0.5) * 100)} onChange={(value) => value !== null && anew({ trainedShare: value / 100 })} />
      <NumberField label={t('post')} unit={t('months')} min={1} max={60} value={asked.postMonths ?? null} onChange={(value) => value !== null && set({ postMonths: value })} />
      <NumberField label={t('window')} unit={t('months')} min={0} max={12} value={asked.decisionWindow ?? null} onChange={(value) => value !== null && anew({ decisionWindow: value })} />
      <div className={styles['course']}>
        <label htmlFor={id}>{t('course')}</label>
        <Select id={id} allowClear showSearch={{ optionFilterProp: 'label' }} loading={loading} placeholder={t('courseAny')} value={asked.courseId ?? null} options={courses.map((course) => ({ value: course.id, label: course.name }))} onChange={(courseId: string | undefined) => set({ courseId: courseId ?? null })} />
      </div>
    </div>
  );
}

function Planner({ unitId }: { readonly unitId: string }): ReactNode {
  const t = usePhrases(plannerPhrases);
  const [asked, setAsked] = useState(usual);
  const set = (change: Partial<Asked>) => setAsked((before) => ({ ...before, ...change }));
  const settled = useSettled(asked, settleMs);
  const query = useQuery(outlookQuery, { input: { ...settled, unitId } });
  return (
    <>
      <Section title={t('asks')}>
        <Assumptions asked={asked} set={set} />
      </Section>
      <Loaded query={query} skeleton={<Skeleton lines={6} cards />}>
        {({ studyOutlook: found }) =>
          found.__typename === 'StudyOutlook' ? <OutlookAnswer outlook={found} fall={settled.fall} own={Boolean(asked.orders)} setOrders={(orders) => set({ orders })} /> : <Empty title={t('invalid')}>{found.message}</Empty>
        }
      </Loaded>
    </>
  );
}

/** How many halls and months an answer needs, by the unit's own history. */
export function PlannerPage(): ReactNode {
  const t = usePhrases(plannerPhrases);
  const tp = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  const { unit } = useUnit();
  return (
    <Page
      title={t('title')}
      trail={[{ to: '/desk/studies', text: tp('title') }]}
      lead={t('lead', { unit: unit.name })}
      actions={may('study.manage') && <Button onClick={() => void go('/desk/studies/new')}>{t('declare')}</Button>}
      help={
        <>
          <p>{t('help')}</p>
          <p>{t('helpOrder')}</p>
        </>
      }
    >
      <Planner key={unit.id} unitId={unit.id} />
    </Page>
  );
}
