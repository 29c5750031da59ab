import { useUnit } from '@skillhall/ui/desk';
import type { StudyListedFragment } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Filters, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useEstimableCourses } from '../estimate/estimate-documents.js';
import { phrases } from './phrases.js';
import { studiesQuery } from './study-documents.js';
import { StudyStateTag, useStanding, VerdictTag } from './study-state.js';

function useColumns(): TableColumn<StudyListedFragment>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  const standing = useStanding();
  return [
    {
      key: 'title',
      title: t('study'),
      show: (row) => (
        <Link to={`/desk/studies/${row.id}`}>
          <strong>{row.title}</strong>
        </Link>
      ),
      plain: (row) => row.title,
    },
    { key: 'course', title: t('course'), show: (row) => row.course?.name ?? t('courseGone'), plain: (row) => row.course?.name ?? t('courseGone') },
    { key: 'unit', title: t('unit'), show: (row) => row.unit.name, plain: (row) => row.unit.name, width: 170 },
    { key: 'state', title: t('state'), show: (row) => <StudyStateTag state={row.state} />, plain: (row) => t(row.state), width: 110 },
    { key: 'result', title: t('result'), show: (row) => (row.latest?.report ? <VerdictTag verdict={row.latest.report.verdict} /> : standing(row)), plain: standing, width: 160 },
    { key: 'declared', title: t('declaredOn'), show: (row) => format.date(row.declaredAt), plain: (row) => row.declaredAt, width: 140 },
  ];
}

/** The studies of a unit, the newest first. There is no order by effect: such a ranking is mostly one of luck. */
export function StudiesPage(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  const { unit } = useUnit();
  const table = useTableState(['course'] as const);
  const { courses } = useEstimableCourses();
  const asked = { unitId: unit.id, courseId: table.filters.course ?? null };
  const query = useQuery(studiesQuery, { ...asked, offset: table.offset, limit: table.limit });
  const declare = may('study.manage') && (
    <Button type="primary" onClick={() => void go('/desk/studies/new')}>
      {t('newStudy')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead', { unit: unit.name })}
      actions={
        <>
          <Button onClick={() => void go('/desk/studies/method')}>{t('toMethod')}</Button>
          <Button onClick={() => void go('/desk/studies/planner')}>{t('toPlanner')}</Button>
          {declare}
        </>
      }
      help={
        <>
          <p>{t('help')}</p>
          <p>{t('helpOrder')}</p>
          <p>{t('helpMethod')}</p>
        </>
      }
    >
      <Filters table={table}>
        <SelectFilter table={table} name="course" label={t('course')} options={courses.map(({ id, name }) => ({ value: id, label: name }))} wide />
      </Filters>
      <ServerTable
        key={unit.id}
        label={t('title')}
        table={table}
        query={query}
        page={query.data?.studies}
        total={(n) => t('total', { n })}
        rowKey={(row) => row.id}
        columns={useColumns()}
        exports={{ name: t('title'), read: async (offset, limit) => (await request(studiesQuery, { ...asked, offset, limit })).studies.nodes }}
        empty={
          <Empty title={t('none')} action={declare}>
            {t('noneText')}
          </Empty>
        }
      />
    </Page>
  );
}
