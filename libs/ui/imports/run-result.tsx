import { Button, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from '../graphql/index.js';
import { useFormat, usePhrases } from '../i18n/index.js';
import { Figure, Section } from '../page/index.js';
import { Banner, Bar } from '../pieces/index.js';
import { runQuery } from './documents.js';
import styles from './imports.module.css';
import { phrases } from './phrases.js';
import type { Run } from './use-import.js';

/** At work: how far, and that one may go away. */
export function RunProgress({ run }: { readonly run: Run | undefined }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const total = run?.rowsTotal ?? null;
  const n = format.count(run?.rowsRead ?? 0);
  const title = t(run?.dryRun === false ? 'importing' : 'checking', { name: run?.fileName ?? '' });
  return (
    <div className={styles['panel']} role="status">
      <h2>{title}</h2>
      <p>{total === null ? t('rows', { n }) : t('rowsOf', { n, total: format.count(total) })}</p>
      <Bar done={run?.rowsRead ?? 0} total={total ?? Math.max(1, (run?.rowsRead ?? 0) * 2)} label={title} />
      <p className={styles['soft']}>{t('mayLeave')}</p>
    </div>
  );
}

/** What was left out, as a file to be put right: the one that the run left, or the rows of a table. */
function LeftOut({ run }: { readonly run: Run }): ReactNode {
  const t = usePhrases(phrases);
  const left = run.files.find(({ kind }) => kind === 'rejected');
  if (!left && !run.recognition) return null;
  return (
    <a href={left ? `/files/${left.fileId}` : `/imports/${run.id}/failed-rows.xlsx`} {...(left && { download: left.name })}>
      {t(left ? 'leftOutFile' : 'failedRows')}
    </a>
  );
}

const pageSize = 50;

/** Every problem with its row and column, page by page. */
export function Problems({ run }: { readonly run: Run }): ReactNode {
  const t = usePhrases(phrases);
  const [offset, setOffset] = useState(0);
  const query = useQuery(runQuery, { id: run.id, offset, limit: pageSize });
  const problems = query.data?.importRun?.problems ?? run.problems;
  if (run.problems.totalCount === 0) return null;
  const titles = new Map(run.recognition?.columns.map(({ field, title }) => [field, title]));
  return (
    <Section title={t('problems')} actions={<LeftOut run={run} />}>
      <Table
        aria-label={t('problems')}
        size="small"
        dataSource={problems.nodes.map((problem, index) => ({ ...problem, key: `${problem.row} ${problem.field} ${index}` }))}
        loading={{ spinning: query.loading, delay: 250 }}
        columns={[
          { title: t('row'), dataIndex: 'row', width: 80, align: 'end' },
          ...(titles.size === 0 ? [] : [{ title: t('field'), dataIndex: 'field', width: 200, render: (field: string | null) => (field === null ? '–' : (titles.get(field) ?? field)) }]),
          { title: t('problem'), dataIndex: 'message' },
        ]}
        pagination={{
          current: offset / pageSize + 1,
          pageSize,
          total: problems.totalCount,
          showSizeChanger: false,
          hideOnSinglePage: true,
          onChange: (page) => setOffset((page - 1) * pageSize),
        }}
      />
    </Section>
  );
}

/** The same table again: everything in it stands already. */
export const changesNothing = ({ created, updated, unchanged }: Run): boolean => created + updated === 0 && unchanged > 0;

export function Counts({ run }: { readonly run: Run }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  return (
    <div className={styles['figures']}>
      <Figure value={format.count(run.created)}>{t('willCreate')}</Figure>
      <Figure value={format.count(run.updated)}>{t('willUpdate')}</Figure>
      <Figure value={format.count(run.unchanged)}>{t('same')}</Figure>
      <Figure value={format.count(run.rejected)}>{t('rejected')}</Figure>
    </div>
  );
}

/** What would be written, before anything is. */
interface PreviewProps {
  readonly run: Run;
  readonly busy: boolean;
  readonly onWrite?: () => void;
  /** Columns were recognised, perhaps wrongly: shows which is which. */
  readonly onRemap?: () => void;
  readonly onAnother: () => void;
}

export function Preview({ run, busy, onWrite, onRemap, onAnother }: PreviewProps): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const source = [run.sheetName && t('sheet', { name: run.sheetName }), run.encoding && t('encoding', { name: run.encoding.toUpperCase() })].filter(Boolean);
  const lead = t('previewLead', { total: format.count(run.rowsRead), accepted: format.count(run.accepted), rejected: format.count(run.rejected) });
  return (
    <>
      <div className={styles['panel']}>
        <h2>{t('previewTitle')}</h2>
        <p>{lead}</p>
        <p className={styles['soft']}>{[run.fileName, ...source].join(' · ')}</p>
        <Counts run={run} />
        {run.accepted === 0 && <Banner tone="warn">{t('nothingToImport')}</Banner>}
        {run.accepted > 0 && changesNothing(run) && <Banner tone="note">{t('nothingNew')}</Banner>}
        {!onWrite && run.accepted > 0 && <Banner tone="note">{t('chooseAgain')}</Banner>}
        <div className={styles['buttons']}>
          {onWrite && !changesNothing(run) && (
            <Button type="primary" size="large" disabled={run.accepted === 0} loading={busy} onClick={onWrite}>
              {t('importNow', { n: format.count(run.accepted) })}
            </Button>
          )}
          <Button size="large" onClick={onAnother}>
            {t('another')}
          </Button>
          {onRemap && (
            <Button size="large" type="text" onClick={onRemap}>
              {t('remap')}
            </Button>
          )}
        </div>
      </div>
      <Problems run={run} />
    </>
  );
}

export interface NextStep {
  readonly to: string;
  readonly text: string;
}

interface DoneProps {
  readonly run: Run;
  readonly onAnother: () => void;
  /** Where to go from here, what is likeliest first. */
  readonly next: readonly NextStep[];
}

export function Done({ run, onAnother, next }: DoneProps): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const go = useNavigate();
  const { created, updated, unchanged, rejected } = run;
  return (
    <>
      <div className={styles['panel']}>
        <h2>{t('doneTitle')}</h2>
        <Banner tone="good" live>
          {changesNothing(run) ? t('doneNothing') : t('doneLead', { created: format.count(created), updated: format.count(updated), unchanged: format.count(unchanged) })}
        </Banner>
        <Counts run={run} />
        {rejected > 0 && <Banner tone="warn">{t(run.fileKept ? 'leftOut' : 'leftOutGone', { n: format.count(rejected) })}</Banner>}
        <div className={styles['buttons']}>
          {next.map(({ to, text }, index) => (
            <Button key={to} type={index === 0 && rejected === 0 ? 'primary' : 'default'} onClick={() => void go(to)}>
              {text}
            </Button>
          ))}
          <Button onClick={onAnother}>{t('another')}</Button>
        </div>
      </div>
      <Problems run={run} />
    </>
  );
}
