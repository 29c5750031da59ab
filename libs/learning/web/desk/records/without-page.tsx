import { useUnit } from '@skillhall/ui/desk';
import type { PeopleWithoutLearningQuery } from '@skillhall/ui/gql';
import { graphql, request, useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Filters, SelectFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { tracks, useTrackName } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { phrases } from '../phrases.js';

const withoutQuery = graphql(`
  query PeopleWithoutLearning($unitId: ID!, $track: Track, $offset: Int, $limit: Int) {
    peopleWithoutLearning(unitId: $unitId, track: $track, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        id
        staffNumber
        name
        hasAccount
        unit {
          name
        }
        post {
          name
        }
      }
    }
  }
`);

type Row = PeopleWithoutLearningQuery['peopleWithoutLearning']['nodes'][number];

function useColumns(): TableColumn<Row>[] {
  const t = usePhrases(phrases);
  const may = useMay();
  const name = ({ id, staffNumber, name: said }: Row) => (may('person.read') ? <Link to={`/desk/people?search=${encodeURIComponent(staffNumber)}&open=${id}`}>{said}</Link> : said);
  return [
    { key: 'number', title: t('staffNumber'), show: (row) => row.staffNumber, plain: (row) => row.staffNumber, width: 120 },
    { key: 'person', title: t('person'), show: name, plain: (row) => row.name },
    { key: 'unit', title: t('unit'), show: (row) => row.unit.name, plain: (row) => row.unit.name },
    { key: 'post', title: t('post'), show: (row) => row.post?.name ?? '–', plain: (row) => row.post?.name },
    { key: 'account', title: t('account'), show: (row) => !row.hasAccount && <Tag tone="warn">{t('noAccount')}</Tag>, width: 130 },
  ];
}

/** Whom a word would help: people who have finished nothing since the year began, all in all or in one track. */
export function WithoutPage(): ReactNode {
  const t = usePhrases(phrases);
  const trackName = useTrackName();
  const { unit } = useUnit();
  const table = useTableState(['track']);
  const track = tracks.find((one) => one === table.filters.track) ?? null;
  const variables = { unitId: unit.id, track };
  const query = useQuery(withoutQuery, { ...variables, offset: table.offset, limit: table.limit });
  return (
    <Page
      title={track ? t('withoutOfTrack', { track: trackName(track) }) : t('without')}
      lead={t('withoutLead', { unit: unit.name })}
      trail={[{ to: '/desk/records', text: t('records') }]}
      help={
        <>
          <p>{t('withoutHelp')}</p>
          <p>{t('recordsHelp')}</p>
        </>
      }
    >
      <Filters table={table}>
        <SelectFilter table={table} name="track" label={t('track')} options={tracks.map((one) => ({ value: one, label: trackName(one) }))} />
      </Filters>
      <ServerTable
        label={t('without')}
        table={table}
        query={query}
        total={(n) => t('totalPeople', { n })}
        page={query.data?.peopleWithoutLearning}
        rowKey={(row) => row.id}
        columns={useColumns()}
        exports={{ name: t('without'), read: async (offset, limit) => (await request(withoutQuery, { ...variables, offset, limit })).peopleWithoutLearning.nodes }}
        empty={<Empty title={t('withoutNone')}>{t('withoutNoneText')}</Empty>}
      />
    </Page>
  );
}
