import { Table, type TableProps } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ImportKind, ImportRunsQuery, ImportStatus } from '../gql/index.js';
import { useQuery } from '../graphql/index.js';
import { useReachableScroll } from '../table/reachable-scroll.js';
import { useFormat, usePhrases } from '../i18n/index.js';
import { Loaded, Section } from '../page/index.js';
import styles from './imports.module.css';
import { Bar, Tag } from '../pieces/index.js';
import { runsQuery } from './documents.js';
import { phrases } from './phrases.js';

const statusWords = {
  queued: 'statusQueued',
  reading: 'statusReading',
  merging: 'statusMerging',
  done: 'statusDone',
  failed: 'statusFailed',
} as const satisfies Record<ImportStatus, string>;

type Listed = ImportRunsQuery['importRuns']['nodes'][number];
const working = ({ status }: Listed): boolean => status !== 'done' && status !== 'failed';
const pollMs = 2_000;

/** How an import stands or ended; one at work shows how far it is. */
function Standing({ run }: { readonly run: Listed }): ReactNode {
  const t = usePhrases(phrases);
  const word = t(statusWords[run.status]);
  if (working(run))
    return (
      <div style={{ minWidth: 160 }}>
        {word}
        <Bar done={run.rowsRead} total={run.rowsTotal ?? Math.max(1, run.rowsRead * 2)} label={`${run.fileName} ${word}`} />
      </div>
    );
  if (run.status === 'failed') return <Tag tone="bad">{word}</Tag>;
  return <Tag tone={run.dryRun ? undefined : 'good'}>{run.dryRun ? t('trial') : word}</Tag>;
}

interface FormerRunsProps {
  /** Only this kind; without it all kinds, named by `nameOf`. */
  readonly kind?: ImportKind;
  readonly nameOf?: (kind: ImportKind) => string;
  readonly addressOf: (run: { readonly id: string; readonly kind: ImportKind }) => string;
  /** Only the latest, without pages. */
  readonly few?: boolean;
}

type RunsTableProps = Pick<FormerRunsProps, 'nameOf' | 'addressOf'> & { readonly runs: readonly Listed[]; readonly pagination: TableProps<Listed>['pagination'] };

function RunsTable({ runs, nameOf, addressOf, pagination }: RunsTableProps): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  useReachableScroll(box);
  const number = (field: 'created' | 'updated' | 'unchanged' | 'rejected', title: string) => ({
    title,
    key: field,
    align: 'end' as const,
    render: (_: unknown, run: Listed) => (run.status === 'done' ? format.count(run[field]) : ''),
  });
  return (
    <div ref={box}>
      <Table<Listed>
        aria-label={t('former')}
        size="small"
        rowKey="id"
        dataSource={[...runs]}
        scroll={{ x: 'max-content' }}
        pagination={pagination ?? false}
        columns={[
          { title: t('when'), dataIndex: 'createdAt', width: 110, render: (at: string) => format.moment(at) },
          ...(nameOf ? [{ title: t('kind'), dataIndex: 'kind', render: (one: ImportKind) => nameOf(one) }] : []),
          { title: t('file'), key: 'file', render: (_, run) => <Link to={addressOf(run)}>{run.fileName}</Link> },
          { title: t('who'), dataIndex: 'createdByName' },
          { title: t('result'), key: 'result', render: (_, run) => <Standing run={run} /> },
          number('created', t('willCreate')),
          number('updated', t('willUpdate')),
          number('unchanged', t('same')),
          number('rejected', t('rejected')),
        ]}
      />
    </div>
  );
}

/** The imports so far, newest first; those at work move by themselves. Each leads to its result. */
export function FormerRuns({ kind, few, ...shown }: FormerRunsProps): ReactNode {
  const t = usePhrases(phrases);
  const [offset, setOffset] = useState(0);
  // The list has no filter by kind: for one kind the latest of all are looked through.
  const limit = few ? 5 : kind ? 200 : 20;
  const query = useQuery(runsQuery, { offset, limit }, { pollMs: ({ importRuns }) => (importRuns.nodes.some(working) ? pollMs : undefined) });
  return (
    <Section title={t('former')}>
      <Loaded query={query}>
        {({ importRuns: { nodes, totalCount } }) => {
          const runs = nodes.filter((run) => kind === undefined || run.kind === kind);
          if (runs.length === 0) return <p className={styles['soft']}>{t('formerEmpty')}</p>;
          const pages = { hideOnSinglePage: true, showSizeChanger: false } as const;
          const pagination =
            few ? false
            : kind ? { ...pages, pageSize: 10 }
            : { ...pages, current: offset / limit + 1, pageSize: limit, total: totalCount, onChange: (page: number) => setOffset((page - 1) * limit) };
          return <RunsTable {...shown} runs={runs} pagination={pagination} />;
        }}
      </Loaded>
    </Section>
  );
}
