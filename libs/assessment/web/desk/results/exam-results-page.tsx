import { useUnit } from '@skillhall/ui/desk';
import type { ExamResultsQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Figure, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Below, Filters, SearchFilter, SelectFilter, ServerTable, useTableState, type TableColumn, type TableState } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { AbsentPeople } from './absent-people.js';
import { examResultsQuery } from './documents.js';
import { phrases } from './phrases.js';
import styles from './results.module.css';
import { Bins } from './spread.js';
import { UnitTable } from './unit-table.js';

export type Results = NonNullable<ExamResultsQuery['examResults']>;
type PersonRow = Results['people']['nodes'][number];
type Filter = 'search' | 'verdict' | 'sitting';

const verdicts = ['passed', 'failed', 'pending'] as const;
const verdictOf = ({ pending, passed }: PersonRow) => (pending > 0 ? 'pending' : passed ? 'passed' : 'failed');
const tones = { passed: 'good', failed: 'bad', pending: 'warn' } as const;
const minutesOf = ({ startedAt, submittedAt }: PersonRow): number => Math.round((Date.parse(submittedAt) - Date.parse(startedAt)) / 60_000);

function Named({ row: { attemptId, name, staffNumber } }: { readonly row: PersonRow }): ReactNode {
  return (
    <>
      <Link to={`/desk/results/papers/${attemptId}`}>{name}</Link>
      <Below>{staffNumber}</Below>
    </>
  );
}

function Verdict({ row }: { readonly row: PersonRow }): ReactNode {
  const t = usePhrases(phrases);
  const verdict = verdictOf(row);
  return (
    <>
      <Tag tone={tones[verdict]}>{t(verdict)}</Tag>
      {row.regraded && <Below>{t('regraded')}</Below>}
    </>
  );
}

function useColumns(): TableColumn<PersonRow>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  const plain = (value: number): string => format.short(value, 2);
  return [
    { key: 'name', title: t('name'), show: (row) => <Named row={row} />, width: 110 },
    { key: 'verdict', title: t('verdict'), show: (row) => <Verdict row={row} />, width: 110 },
    { key: 'score', title: t('score'), show: (row) => (row.pending > 0 ? '–' : format.decimal(row.score)), number: true, width: 80 },
    { key: 'marks', title: t('marks'), show: (row) => t('marksOf', { n: plain(row.marks), max: plain(row.maxMarks) }), number: true, width: 120 },
    { key: 'minutes', title: t('minutes'), show: (row) => t('minutesOf', { n: minutesOf(row) }), number: true, width: 100 },
    { key: 'unit', title: t('unit'), show: (row) => row.unitName },
    { key: 'sitting', title: t('sitting'), show: (row) => row.sittingTitle },
    { key: 'submitted', title: t('submittedAt'), show: (row) => format.moment(row.submittedAt), width: 130 },
  ];
}

function Board({ results, table, query }: { readonly results: Results; readonly table: TableState<Filter>; readonly query: ReturnType<typeof useQuery<ExamResultsQuery, { id: string }>> }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { unit } = useUnit();
  const analyses = useMay()('exam.manage');
  const go = useNavigate();
  const { summary, passMark, sittings } = results;
  const graded = summary.sat - summary.pending;
  const sittingId = table.filters.sitting ?? null;
  const address = `/files/exams/${results.id}/results.xlsx?unit=${unit.id}${sittingId ? `&sitting=${sittingId}` : ''}`;
  return (
    <Page
      title={results.title}
      trail={[{ to: '/desk/results', text: t('results') }]}
      lead={t(graded === 0 && summary.sat > 0 ? 'summaryWaiting' : 'summary', { sat: format.count(summary.sat), passed: format.count(summary.passed), rate: graded > 0 ? format.share(summary.passed / graded) : '–', mark: passMark })}
      actions={
        <>
          {analyses && <Button onClick={() => void go(`/desk/items/${results.id}`)}>{t('items')}</Button>}
          <Button href={address} download>
            {t('export')}
          </Button>
        </>
      }
      help={<p>{t('resultsHelp')}</p>}
    >
      <Filters table={table}>
        <SelectFilter wide table={table} name="sitting" label={t('sitting')} options={sittings.map(({ id, title, opensAt }) => ({ value: id, label: `${title} ${format.day(opensAt)}` }))} />
        <SearchFilter table={table} name="search" label={t('searchPerson')} />
        <SelectFilter table={table} name="verdict" label={t('verdict')} options={verdicts.map((verdict) => ({ value: verdict, label: t(verdict) }))} />
      </Filters>
      <div className={styles['top']}>
        <div className={styles['figures']}>
          <Figure value={format.count(summary.sat)}>{t('sat')}</Figure>
          <Figure value={format.decimal(summary.mean)}>{t('mean')}</Figure>
          {summary.pending > 0 && <Figure value={format.count(summary.pending)}>{t('pending')}</Figure>}
          <Figure value={format.count(summary.absent)}>{t('absent')}</Figure>
        </div>
        <Section title={t('bins')}>
          <Bins bins={summary.bins ?? null} />
        </Section>
      </div>
      <Section title={t('byUnit')}>
        <UnitTable results={results} />
      </Section>
      <Section title={t('people')}>
        <ServerTable label={t('people')} table={table} query={query} page={results.people} rowKey={(row) => row.attemptId} columns={useColumns()} empty={<Empty title={t('nobody')}>{t('nobodyText')}</Empty>} />
      </Section>
      <Section title={t('absent')}>
        <AbsentPeople key={`${sittingId} ${unit.id}`} examId={results.id} sittingId={sittingId} unitId={unit.id} />
      </Section>
    </Page>
  );
}

/** One exam: what its results come to, unit by unit and person by person. */
export function ExamResultsPage(): ReactNode {
  const t = usePhrases(phrases);
  const { examId = '' } = useParams();
  const { unit } = useUnit();
  const table = useTableState(['search', 'verdict', 'sitting'] as const);
  const { search, verdict, sitting } = table.filters;
  const filter = { search: search ?? null, verdict: verdicts.find((name) => name === verdict) ?? null };
  const query = useQuery(examResultsQuery, { id: examId, unitId: unit.id, sittingId: sitting ?? null, filter, offset: table.offset, limit: table.limit });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} />}>
      {({ examResults }) =>
        examResults ? (
          <Board results={examResults} table={table} query={query} />
        ) : (
          <Page title={t('results')} trail={[{ to: '/desk/results', text: t('results') }]}>
            <Empty title={t('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}
