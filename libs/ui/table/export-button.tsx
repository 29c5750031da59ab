import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNotice } from '../form/notice.js';
import { usePhrases } from '../i18n/index.js';
import { download, toCsv, type CsvCell } from './csv.js';
import { phrases } from './phrases.js';

export type ReadPage<Row> = (offset: number, limit: number) => Promise<readonly Row[]>;

interface ExportButtonProps<Row> {
  readonly name: string;
  readonly read: ReadPage<Row>;
  readonly total: number;
  readonly columns: readonly { readonly title: string; readonly plain?: (row: Row) => CsvCell }[];
}

const pageSize = 200;
const most = 20_000;

/** Exports what is seen: the rows of the present filters, from all pages, in the columns of the table. */
export function ExportButton<Row>({ name, read, total, columns }: ExportButtonProps<Row>): ReactNode {
  const t = usePhrases(phrases);
  const notice = useNotice();
  const [done, setDone] = useState<number>();
  const exported = columns.filter((column) => column.plain);
  const run = async () => {
    if (total > most) return void notice.warn(t('tooMany', { n: most }));
    setDone(0);
    try {
      const rows: Row[] = [];
      for (let offset = 0; offset < total; offset += pageSize) {
        rows.push(...(await read(offset, pageSize)));
        setDone(rows.length);
      }
      const lines = rows.map((row) => exported.map((column) => column.plain!(row)));
      download(`${name}.csv`, toCsv([exported.map(({ title }) => title), ...lines]), 'text/csv');
    } catch (error) {
      notice.failed(error);
    } finally {
      setDone(undefined);
    }
  };
  return (
    <Button onClick={() => void run()} loading={done !== undefined} disabled={total === 0}>
      {done === undefined ? t('exportSeen') : t('exporting', { done, total })}
    </Button>
  );
}
