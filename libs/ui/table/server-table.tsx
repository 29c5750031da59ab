import { Table } from 'antd';
import { useRef, useState, type Key, type ReactNode } from 'react';
import type { RequestFailure } from '../graphql/index.js';
import { useFormat, usePhrases } from '../i18n/index.js';
import { Empty, Failed, Skeleton } from '../page/index.js';
import type { CsvCell } from './csv.js';
import { ExportButton, type ReadPage } from './export-button.js';
import { phrases } from './phrases.js';
import { useReachableScroll } from './reachable-scroll.js';
import styles from './table.module.css';
import { useTableKeys } from './table-keys.js';
import type { TableState } from './table-state.js';

export interface TableColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  /** The cell in an export; a column without it is left out there. */
  readonly plain?: (row: Row) => CsvCell;
  /** Short values keep this width and stay on one line; columns without it share what is left. */
  readonly width?: number;
  readonly number?: boolean;
  /** Stands in exports alone: on the screen another column says it too. */
  readonly onlyExport?: boolean;
}

interface Page<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
}

export interface ServerTableProps<Row, Name extends string> {
  /** What is listed, for who hears the page. */
  readonly label: string;
  readonly table: TableState<Name>;
  readonly query: { readonly failure: RequestFailure | undefined; readonly loading: boolean; readonly refetch: () => Promise<void> };
  readonly page: Page<Row> | undefined;
  /** How many there are, in the words of what is listed: 「共 12 人」. */
  readonly total?: (n: string) => string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Rows open a detail: `table.open` then holds the key of the row. */
  readonly opens?: boolean;
  /** What can be done to the rows ticked. */
  readonly bulk?: (keys: readonly string[], clear: () => void) => ReactNode;
  /** Offers the rows of all pages as a file. */
  readonly exports?: { readonly name: string; readonly read: ReadPage<Row> };
  /** Shown when there is nothing even without filters. */
  readonly empty?: ReactNode;
}

/** Below so much a column that shares the room would be hard to read; then the table scrolls. */
const shareWidth = 150;

function Nothing<Name extends string>({ table, empty }: { readonly table: TableState<Name>; readonly empty: ReactNode }): ReactNode {
  const t = usePhrases(phrases);
  return table.filtered || !empty ? <Empty title={t('none')}>{table.filtered && t('noneHint')}</Empty> : empty;
}

/** A list paged by the server; page, filters and the open row are in the address. */
export function ServerTable<Row extends object, Name extends string>(props: ServerTableProps<Row, Name>): ReactNode {
  const { label, table, query, page, total, columns, rowKey, opens, bulk, exports, empty } = props;
  const t = usePhrases(phrases);
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const shown = columns.filter(({ onlyExport }) => !onlyExport);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  useTableKeys(box, table);
  useReachableScroll(box);
  if (!page) return query.failure ? <Failed failure={query.failure} retry={() => void query.refetch()} /> : <Skeleton lines={10} />;
  return (
    <div ref={box} className={styles['box']}>
      <div className={styles['above']}>
        <p role="status">{ticked.length > 0 ? t('selected', { n: ticked.length }) : (total?.(format.count(page.totalCount)) ?? t('total', { n: format.count(page.totalCount) }))}</p>
        {ticked.length > 0 && bulk && (
          <>
            {bulk(ticked, () => setTicked([]))}
            <button type="button" className={styles['clear']} onClick={() => setTicked([])}>
              {t('clearSelection')}
            </button>
          </>
        )}
        <span className={styles['grow']} />
        {exports && <ExportButton columns={columns} total={page.totalCount} {...exports} />}
      </div>
      {query.failure && <Failed failure={query.failure} retry={() => void query.refetch()} />}
      <Table<Row>
        aria-label={label}
        size="middle"
        dataSource={[...page.nodes]}
        rowKey={rowKey}
        loading={{ spinning: query.loading, delay: 250 }}
        scroll={{ x: shown.reduce((sum, { width }) => sum + (width ?? shareWidth), 0) }}
        columns={shown.map(({ key, title, show, width, number }) => ({
          key,
          title,
          render: (_: unknown, row: Row) => show(row),
          ...(width !== undefined && { width, className: styles['short']! }),
          ...(number && { align: 'end' as const }),
        }))}
        locale={{ emptyText: <Nothing table={table} empty={empty} /> }}
        pagination={{
          current: Math.floor(table.offset / table.limit) + 1,
          pageSize: table.limit,
          total: page.totalCount,
          hideOnSinglePage: page.totalCount <= 10,
          showSizeChanger: true,
          pageSizeOptions: [20, 50, 100, 200],
          onChange: (number, size) => table.setPage(size === table.limit ? (number - 1) * size : 0, size),
        }}
        {...(bulk && {
          rowSelection: { selectedRowKeys: [...ticked], preserveSelectedRowKeys: true, onChange: (keys: Key[]) => setTicked(keys.map(String)) },
        })}
        {...(opens && { onRow: (row: Row) => rowThatOpens(rowKey(row), table) })}
      />
    </div>
  );
}

function rowThatOpens<Name extends string>(key: string, table: TableState<Name>): Record<string, unknown> {
  return {
    tabIndex: 0,
    'data-opens': true,
    'data-open': table.open === key || undefined,
    onClick: (event: { readonly target: EventTarget }) => {
      // A link, button or tick box in the row does its own work.
      if (!(event.target as HTMLElement).closest('a, button, input, label')) table.setOpen(key);
    },
    onKeyDown: (event: { readonly key: string; readonly target: EventTarget; readonly currentTarget: EventTarget }) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) table.setOpen(key);
    },
  };
}
