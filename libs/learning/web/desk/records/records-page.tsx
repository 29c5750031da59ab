import { recordStates, type RecordState } from '@skillhall/learning/domain';
import { useUnit } from '@skillhall/ui/desk';
import type { LearningRecordFragment } from '@skillhall/ui/gql';
import { graphql, request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { Bar, Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Filters, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { phrases } from '../phrases.js';
import styles from './records.module.css';
import { useCourseNames } from './use-course-names.js';

graphql(`
  fragment LearningRecord on CourseProgress {
    person {
      id
      staffNumber
      name
      unit {
        name
      }
    }
    course {
      id
      name
    }
    enrolment {
      id
      startedAt
      completedAt
      completedActivities
      totalActivities
    }
  }
`);

const recordsQuery = graphql(`
  query LearningRecords($courseId: ID, $unitId: ID, $state: RecordState, $offset: Int, $limit: Int) {
    courseProgress(courseId: $courseId, unitId: $unitId, state: $state, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...LearningRecord
      }
    }
  }
`);

type Row = LearningRecordFragment;

const stateWords = { open: 'notDone', stalled: 'stalled', completed: 'finishedState' } as const satisfies Record<RecordState, string>;

function LinkToWithout(): ReactNode {
  const t = usePhrases(phrases);
  const go = useNavigate();
  return <Button onClick={() => void go('/desk/records/without')}>{t('seeWithout')}</Button>;
}

function Progress({ row: { enrolment, person } }: { readonly row: Row }): ReactNode {
  const t = usePhrases(phrases);
  const { completedActivities: done, totalActivities: total } = enrolment;
  const said = t('progressOf', { done, total });
  return (
    <span className={styles['progress']}>
      <Bar done={done} total={total} label={`${person.name} ${said}`} />
      <span>{said}</span>
    </span>
  );
}

function useColumns(): TableColumn<Row>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  const may = useMay();
  const name = ({ person }: Row) => (may('person.read') ? <Link to={`/desk/people?search=${encodeURIComponent(person.staffNumber)}&open=${person.id}`}>{person.name}</Link> : person.name);
  return [
    { key: 'person', title: t('person'), show: name, plain: (row) => row.person.name, width: 120 },
    { key: 'unit', title: t('unit'), show: (row) => row.person.unit.name, plain: (row) => row.person.unit.name },
    { key: 'course', title: t('course'), show: (row) => row.course.name, plain: (row) => row.course.name },
    { key: 'started', title: t('started'), show: (row) => format.date(row.enrolment.startedAt), plain: (row) => row.enrolment.startedAt, width: 140 },
    { key: 'progress', title: t('progress'), show: (row) => <Progress row={row} />, plain: ({ enrolment }) => `${enrolment.completedActivities}/${enrolment.totalActivities}`, width: 180 },
    {
      key: 'done',
      title: t('done'),
      show: (row) => (row.enrolment.completedAt ? format.date(row.enrolment.completedAt) : <Tag>{t('notDone')}</Tag>),
      plain: (row) => row.enrolment.completedAt,
      width: 140,
    },
  ];
}

/** Who learns what at the unit and below. */
export function RecordsPage(): ReactNode {
  const t = usePhrases(phrases);
  const { unit } = useUnit();
  const table = useTableState(['course', 'state']);
  const courseId = table.filters.course ?? null;
  const state = recordStates.find((one) => one === table.filters.state) ?? null;
  const variables = { courseId, unitId: unit.id, state };
  const query = useQuery(recordsQuery, { ...variables, offset: table.offset, limit: table.limit });
  const courses = useCourseNames();
  return (
    <Page title={t('records')} lead={t('recordsLead', { unit: unit.name })} help={<p>{t('recordsHelp')}</p>} actions={<LinkToWithout />}>
      <Filters table={table}>
        <SelectFilter table={table} name="course" label={t('course')} options={courses.map(({ id, name }) => ({ value: id, label: name }))} wide />
        <SelectFilter table={table} name="state" label={t('status')} options={recordStates.map((one) => ({ value: one, label: t(stateWords[one]) }))} wide />
      </Filters>
      <ServerTable
        label={t('records')}
        table={table}
        query={query}
        total={(n) => t('totalRecords', { n })}
        page={query.data?.courseProgress}
        rowKey={(row) => row.enrolment.id}
        columns={useColumns()}
        exports={{ name: t('recordsExport'), read: async (offset, limit) => (await request(recordsQuery, { ...variables, offset, limit })).courseProgress.nodes }}
        empty={<Empty title={t('recordsEmpty')}>{t('recordsEmptyText')}</Empty>}
      />
    </Page>
  );
}
