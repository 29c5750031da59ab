import type { CandidatesQuery, CandidateState } from '@skillhall/ui/gql';
import { request, useQuery } from '@skillhall/ui/graphql';
import { useNotice } from '@skillhall/ui/form';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Skeleton } from '@skillhall/ui/page';
import { Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Filters, SearchFilter, SelectFilter, ServerTable, useTableState, type TableColumn, type TableState } from '@skillhall/ui/table';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { CandidateDialog, type SetPerson } from './candidate-dialog.js';
import { type FoundPerson, PersonSearch } from './person-search.js';
import { candidatePhrases } from './candidate-phrases.js';
import { phrases } from './phrases.js';
import { candidatesQuery } from './plan-documents.js';
import { SittingStateTag } from './sitting-state.js';

type Sitting = NonNullable<CandidatesQuery['sitting']>;
type Candidate = Sitting['people']['nodes'][number];
const states = ['absent', 'checkedIn', 'open', 'submitted', 'shutOut'] as const satisfies readonly CandidateState[];

function useColumns(shutOut: boolean, onSet: ((person: SetPerson) => void) | undefined): TableColumn<Candidate>[] {
  const t = usePhrases(candidatePhrases);
  const s = usePhrases(phrases);
  const stateOf = ({ attempt, checkedInAt }: Candidate) => (shutOut ? 'shutOut' : (attempt?.state ?? (checkedInAt ? 'checkedIn' : 'absent')));
  return [
    { key: 'name', title: s('name'), show: (row) => <strong>{row.name}</strong>, width: 120 },
    { key: 'number', title: s('staffNumber'), show: (row) => row.staffNumber, width: 120 },
    { key: 'unit', title: s('unit'), show: (row) => row.unitName },
    { key: 'state', title: s('state'), show: (row) => <Tag tone={shutOut ? 'bad' : undefined}>{s(`at-${stateOf(row)}`)}</Tag>, width: 110 },
    { key: 'by', title: t('admission'), show: (row) => (shutOut ? '–' : t(row.byName ? 'admit-in' : 'admit-rule')), width: 150 },
    { key: 'extra', title: t('extraMinutes'), show: (row) => row.extraMinutes || '–', number: true, width: 110 },
    { key: 'note', title: t('candidateNote'), show: (row) => row.note ?? '–' },
    ...(onSet
      ? [
          {
            key: 'acts',
            title: s('acts'),
            show: (row: Candidate) => (
              <Button size="small" aria-label={t('setOne', { name: row.name })} onClick={() => onSet({ ...row, admission: admissionOf(row, shutOut) })}>
                {t('set')}
              </Button>
            ),
            width: 90,
          },
        ]
      : []),
  ];
}

const admissionOf = (row: Candidate, shutOut: boolean) => (shutOut ? 'out' : row.byName ? 'in' : 'rule');

/** Somebody found by name as the sitting has them so far, so that setting one thing does not undo another. */
async function asSet(sittingId: string, { id, name, staffNumber }: FoundPerson): Promise<SetPerson> {
  for (const state of [null, 'shutOut'] as const) {
    const { sitting } = await request(candidatesQuery, { id: sittingId, filter: { search: staffNumber, state } });
    const known = sitting?.people.nodes.find(({ personId }) => personId === id);
    if (known) return { ...known, admission: admissionOf(known, state === 'shutOut') };
  }
  return { personId: id, name, admission: 'in', extraMinutes: 0, note: null };
}

function Candidates({ sitting, table, query }: { readonly sitting: Sitting; readonly table: TableState<'search' | 'state'>; readonly query: ReturnType<typeof useQuery<CandidatesQuery, { id: string }>> }): ReactNode {
  const t = usePhrases(candidatePhrases);
  const s = usePhrases(phrases);
  const may = useMay();
  const notice = useNotice();
  const [person, setPerson] = useState<SetPerson>();
  const changeable = may('exam.manage') && (sitting.state === 'planned' || sitting.state === 'open');
  const columns = useColumns(table.filters.state === 'shutOut', changeable ? setPerson : undefined);
  const asked = new URLSearchParams(Object.entries(table.filters).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return (
    <Page
      title={s('candidates')}
      trail={[
        { to: '/desk/sittings', text: s('sittings') },
        { to: `/desk/sittings/${sitting.id}`, text: sitting.title },
      ]}
      lead={<SittingStateTag state={sitting.state} />}
      actions={<Button href={`/files/sittings/${sitting.id}/candidates.xlsx?${asked.toString()}`}>{t('rollFile')}</Button>}
      help={<p>{t('candidatesHelp')}</p>}
    >
      <Filters table={table}>
        <SearchFilter table={table} name="search" label={s('searchPerson')} />
        <SelectFilter table={table} name="state" label={s('state')} options={states.map((state) => ({ value: state, label: s(`at-${state}`) }))} />
        {changeable && <PersonSearch label={t('addByName')} onChoose={(found) => void asSet(sitting.id, found).then(setPerson, notice.failed)} />}
      </Filters>
      <ServerTable label={s('candidates')} table={table} query={query} page={sitting.people} rowKey={(row) => row.personId} columns={columns} empty={<Empty title={s('nobody')}>{s('nobodyText')}</Empty>} />
      {person && (
        <CandidateDialog
          person={person}
          sittingId={sitting.id}
          onClose={(done) => {
            setPerson(undefined);
            if (done) void query.refetch();
          }}
        />
      )}
    </Page>
  );
}

/** Who is admitted to a sitting, by unit and post or by name, and who is not. */
export function CandidatesPage(): ReactNode {
  const s = usePhrases(phrases);
  const { sittingId = '' } = useParams();
  const table = useTableState(['search', 'state'] as const);
  const filter = { search: table.filters.search ?? null, state: states.find((name) => name === table.filters.state) ?? null };
  const query = useQuery(candidatesQuery, { id: sittingId, filter, offset: table.offset, limit: table.limit });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} />}>
      {({ sitting }) =>
        sitting ? (
          <Candidates sitting={sitting} table={table} query={query} />
        ) : (
          <Page title={s('sittings')} trail={[{ to: '/desk/sittings', text: s('sittings') }]}>
            <Empty title={s('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}
