import type { CourseRowFragment } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Filters, SearchFilter, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { TrackName, tracks, useTrackName } from '@skillhall/ui/track';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { phrases } from '../phrases.js';
import { coursesQuery } from './course-documents.js';
import { courseFilter, filterNames } from './course-filter.js';
import { courseStatuses, StatusTag } from './course-status.js';

function useColumns(): TableColumn<CourseRowFragment>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  const trackName = useTrackName();
  return [
    { key: 'code', title: t('code'), show: (row) => row.code, plain: (row) => row.code, width: 110 },
    {
      key: 'name',
      title: t('name'),
      show: (row) => (
        <Link to={`/desk/courses/${row.id}`}>
          <strong>{row.name}</strong>
        </Link>
      ),
      plain: (row) => row.name,
    },
    { key: 'track', title: t('track'), show: (row) => <TrackName track={row.track} />, plain: (row) => trackName(row.track), width: 120 },
    { key: 'status', title: t('status'), show: (row) => <StatusTag status={row.status} />, plain: (row) => t(row.status), width: 100 },
    { key: 'version', title: t('version'), show: (row) => row.version, plain: (row) => row.version, number: true, width: 70 },
    { key: 'hours', title: t('hours'), show: (row) => row.hours, plain: (row) => row.hours, number: true, width: 70 },
    { key: 'learners', title: t('learners'), show: (row) => format.count(row.enrolledCount), plain: (row) => row.enrolledCount, number: true, width: 110 },
    { key: 'finished', title: t('finished'), show: (row) => format.count(row.completedCount), plain: (row) => row.completedCount, number: true, width: 100 },
    { key: 'updated', title: t('updated'), show: (row) => format.date(row.updatedAt), plain: (row) => row.updatedAt, width: 140 },
  ];
}

export function CoursesPage(): ReactNode {
  const t = usePhrases(phrases);
  const go = useNavigate();
  const may = useMay();
  const trackName = useTrackName();
  const table = useTableState(filterNames);
  const filter = courseFilter(table.filters);
  const query = useQuery(coursesQuery, { filter, offset: table.offset, limit: table.limit });
  const toImport = may('course.manage') && (
    <Button type="primary" onClick={() => void go('/desk/imports/course')}>
      {t('importCourse')}
    </Button>
  );
  return (
    <Page title={t('courses')} lead={t('coursesLead')} actions={toImport} help={<p>{t('coursesHelp')}</p>}>
      <Filters table={table}>
        <SearchFilter table={table} name="search" label={t('search')} />
        <SelectFilter table={table} name="track" label={t('track')} options={tracks.map((track) => ({ value: track, label: trackName(track) }))} />
        <SelectFilter table={table} name="status" label={t('status')} options={courseStatuses.map((status) => ({ value: status, label: t(status) }))} />
      </Filters>
      <ServerTable
        label={t('courses')}
        table={table}
        query={query}
        page={query.data?.courses}
        rowKey={(row) => row.id}
        columns={useColumns()}
        exports={{ name: t('exportName'), read: async (offset, limit) => (await request(coursesQuery, { filter, offset, limit })).courses.nodes }}
        empty={
          <Empty title={t('empty')} action={toImport}>
            {t('emptyText')}
          </Empty>
        }
      />
    </Page>
  );
}
