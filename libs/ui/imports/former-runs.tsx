import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { ImportKind, ImportStatus } from '../gql/index.js';
import { useQuery } from '../graphql/index.js';
import { useFormat, usePhrases } from '../i18n/index.js';
import { Empty, Loaded, Section } from '../page/index.js';
import { Tag } from '../pieces/index.js';
import { runsQuery } from './documents.js';
import { phrases } from './phrases.js';

const statusWords = {
  queued: 'statusQueued',
  reading: 'statusReading',
  checking: 'statusChecking',
  merging: 'statusMerging',
  done: 'statusDone',
  failed: 'statusFailed',
} as const satisfies Record<ImportStatus, string>;

/** The imports of this kind so far. */
export function FormerRuns({ kind }: { readonly kind: ImportKind }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const query = useQuery(runsQuery, { limit: 50 });
  return (
    <Section title={t('former')}>
      <Loaded query={query}>
        {({ importRuns }) => (
          <Table
            aria-label={t('former')}
            size="small"
            rowKey="id"
            dataSource={importRuns.nodes.filter((run) => run.kind === kind)}
            locale={{ emptyText: <Empty title={t('formerEmpty')} /> }}
            pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: t('when'), dataIndex: 'createdAt', width: 120, render: (at: string) => format.moment(at) },
              { title: t('file'), dataIndex: 'fileName' },
              { title: t('who'), dataIndex: 'createdByName', width: 140 },
              {
                title: t('result'),
                key: 'result',
                render: (_, run) => (
                  <>
                    <Tag tone={run.status === 'failed' ? 'bad' : run.status === 'done' && !run.dryRun ? 'good' : undefined}>
                      {run.dryRun && run.status === 'done' ? t('trial') : t(statusWords[run.status])}
                    </Tag>{' '}
                    {run.status === 'done' && t('counts', { created: run.created, updated: run.updated, rejected: run.rejected })}
                  </>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
