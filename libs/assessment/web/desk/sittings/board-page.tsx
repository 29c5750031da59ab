import { useAction, useNotice } from '@skillhall/ui/form';
import type { BoardQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Figure, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { Banner, Bar, Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Below, Filters, SearchFilter, SelectFilter, ServerTable, useTableState, type TableColumn, type TableState } from '@skillhall/ui/table';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { boardPhrases } from './board-phrases.js';
import { phrases } from './phrases.js';
import { planPhrases } from './plan-phrases.js';
import { ActDialog, type Act } from './act-dialog.js';
import { ChangeSitting } from './change-sitting.js';
import { boardQuery, checkInMutation } from './sitting-documents.js';
import { SittingStateTag } from './sitting-state.js';
import styles from './sittings.module.css';
import { UnsentAnswers } from './unsent-answers.js';

type Sitting = NonNullable<BoardQuery['sitting']>;
export type Candidate = Sitting['people']['nodes'][number];
const candidateStates = ['absent', 'checkedIn', 'open', 'submitted'] as const;
const pollMs = 2500;

const stateOf = ({ attempt, checkedInAt }: Candidate) => attempt?.state ?? (checkedInAt ? 'checkedIn' : 'absent');
const tones = { absent: undefined, checkedIn: undefined, open: 'warn', submitted: 'good' } as const;

function useColumns(sitting: Sitting, act: (act: Act) => void, onDone: () => void): TableColumn<Candidate>[] {
  const t = usePhrases(boardPhrases);
  const s = usePhrases(phrases);
  const format = useFormat();
  const notice = useNotice();
  const [checkIn] = useAction(checkInMutation, (data) => data.checkInCandidate);
  const mark = async ({ personId, name }: Candidate) => {
    if (!(await checkIn({ sittingId: sitting.id, personId }))) return;
    notice.done(t('checkedInNow', { name }));
    onDone();
  };
  return [
    {
      key: 'name',
      title: s('name'),
      show: ({ name, staffNumber }) => (
        <>
          <strong>{name}</strong>
          <Below>{staffNumber}</Below>
        </>
      ),
      width: 110,
    },
    { key: 'unit', title: s('unit'), show: (row) => row.unitName },
    { key: 'state', title: s('state'), show: (row) => <Tag tone={tones[stateOf(row)]}>{s(`at-${stateOf(row)}`)}</Tag>, width: 100 },
    {
      key: 'answered',
      title: t('answered'),
      show: ({ attempt, name }) => attempt && <Bar done={attempt.answered} total={attempt.total} label={t('answeredOf', { name, n: attempt.answered, total: attempt.total })} />,
      width: 110,
    },
    { key: 'saved', title: t('lastSaved'), show: ({ attempt }) => (attempt?.lastSavedAt ? format.time(attempt.lastSavedAt) : '–'), width: 90 },
    { key: 'until', title: t('deadline'), show: ({ attempt }) => (attempt ? format.time(attempt.deadline) : '–'), width: 80 },
    { key: 'notes', title: t('signs'), show: ({ attempt }) => attempt && t('signsOf', { left: attempt.timesLeft, pasted: attempt.pastes, taken: attempt.takeovers }), width: 190 },
    {
      key: 'acts',
      title: s('acts'),
      show: (row) => (
        <span className={styles['acts']}>
          {!row.checkedInAt && !row.attempt && sitting.checkIn !== 'none' && (
            <Button size="small" onClick={() => void mark(row)}>
              {t('checkInNow')}
            </Button>
          )}
          {row.attempt?.state === 'open' && (
            <>
              <Button size="small" onClick={() => act({ kind: 'extend', candidate: row })}>
                {t('extend')}
              </Button>
              <Button size="small" onClick={() => act({ kind: 'force', candidate: row })}>
                {t('force')}
              </Button>
            </>
          )}
        </span>
      ),
      width: 170,
    },
  ];
}

function Incidents({ sitting }: { readonly sitting: Sitting }): ReactNode {
  const t = usePhrases(boardPhrases);
  const format = useFormat();
  if (!sitting.incidents.length) return <p>{t('noIncidents')}</p>;
  return (
    <ol className={styles['incidents']}>
      {sitting.incidents.map(({ id, kind, personName, minutes, note, at, accountName }) => (
        <li key={id}>
          <time dateTime={at}>{format.time(at)}</time>
          <span>{[t(`did-${kind as 'note'}`), personName, minutes && t('plusMinutes', { n: minutes })].filter(Boolean).join(' · ')}</span>
          {note && <span>{note}</span>}
          <span className={styles['soft']}>{accountName}</span>
        </li>
      ))}
    </ol>
  );
}

function Board({ sitting, table, query }: { readonly sitting: Sitting; readonly table: TableState<'search' | 'state'>; readonly query: ReturnType<typeof useQuery<BoardQuery, { id: string }>> }): ReactNode {
  const t = usePhrases(boardPhrases);
  const s = usePhrases(phrases);
  const p = usePhrases(planPhrases);
  const format = useFormat();
  const [act, setAct] = useState<Act>();
  const { counts } = sitting;
  const running = sitting.state === 'open';
  const columns = useColumns(sitting, setAct, query.refetch);
  const go = useNavigate();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const manages = may('exam.manage');
  return (
    <Page
      title={sitting.title}
      trail={[{ to: '/desk/sittings', text: s('sittings') }]}
      lead={
        <span className={styles['facts']}>
          <SittingStateTag state={sitting.state} />
          <span>
            {format.moment(sitting.opensAt)} – {format.moment(sitting.closesAt)}
          </span>
          {sitting.place && <span>{sitting.place}</span>}
        </span>
      }
      actions={
        <>
          <Button onClick={() => void go(`/desk/sittings/${sitting.id}/candidates`)}>{s('candidates')}</Button>
          {manages && sitting.delivery === 'paper' && <Button onClick={() => void go(`/desk/sittings/${sitting.id}/papers`)}>{t('papers')}</Button>}
          {sitting.state !== 'cancelled' && <Button onClick={() => setAct({ kind: 'note' })}>{t('noteNow')}</Button>}
          {manages && sitting.state === 'planned' && <Button onClick={() => setChanging(true)}>{p('changeSitting')}</Button>}
          {manages && (sitting.state === 'planned' || running) && (
            <Button danger onClick={() => setAct({ kind: 'cancel' })}>
              {t('cancelSitting')}
            </Button>
          )}
          {running && <Button onClick={() => setAct({ kind: 'extendAll' })}>{t('extendAll')}</Button>}
          {running && (
            <Button danger onClick={() => setAct({ kind: 'end' })}>
              {t('end')}
            </Button>
          )}
        </>
      }
      help={<p>{t('boardHelp')}</p>}
    >
      {sitting.cancelledReason && <Banner tone="warn">{t('cancelledBecause', { reason: sitting.cancelledReason })}</Banner>}
      <div className={styles['figures']}>
        <Figure value={format.count(counts.admitted)}>{s('admitted')}</Figure>
        {sitting.checkIn !== 'none' && <Figure value={format.count(counts.checkedIn)}>{s('at-checkedIn')}</Figure>}
        <Figure value={format.count(counts.open)}>{s('at-open')}</Figure>
        <Figure value={format.count(counts.submitted)}>{s('at-submitted')}</Figure>
        {sitting.checkInCode && <Figure value={`${sitting.checkInCode.slice(0, 3)} ${sitting.checkInCode.slice(3)}`}>{t('checkInCode')}</Figure>}
      </div>
      <Filters table={table}>
        <SearchFilter table={table} name="search" label={s('searchPerson')} />
        <SelectFilter table={table} name="state" label={s('state')} options={candidateStates.map((state) => ({ value: state, label: s(`at-${state}`) }))} />
      </Filters>
      <ServerTable label={t('people')} table={table} query={query} page={sitting.people} rowKey={(row) => row.personId} columns={columns} empty={<Empty title={s('nobody')}>{s('nobodyText')}</Empty>} />
      <Section title={t('incidents')}>
        <Incidents sitting={sitting} />
      </Section>
      {sitting.state !== 'planned' && sitting.delivery === 'screen' && <UnsentAnswers sittingId={sitting.id} />}
      {changing && (
        <ChangeSitting
          id={sitting.id}
          onClose={(done) => {
            setChanging(false);
            if (done) void query.refetch();
          }}
        />
      )}
      {act && (
        <ActDialog
          act={act}
          sittingId={sitting.id}
          onClose={(done) => {
            setAct(undefined);
            if (done) query.refetch();
          }}
        />
      )}
    </Page>
  );
}

/** The live board of one sitting; asks again every few seconds while somebody looks. */
export function BoardPage(): ReactNode {
  const s = usePhrases(phrases);
  const { sittingId = '' } = useParams();
  const table = useTableState(['search', 'state'] as const);
  const filter = { search: table.filters.search ?? null, state: candidateStates.find((name) => name === table.filters.state) ?? null };
  const query = useQuery(boardQuery, { id: sittingId, filter, offset: table.offset, limit: table.limit }, { pollMs });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} />}>
      {({ sitting }) =>
        sitting ? (
          <Board sitting={sitting} table={table} query={query} />
        ) : (
          <Page title={s('sittings')} trail={[{ to: '/desk/sittings', text: s('sittings') }]}>
            <Empty title={s('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}
