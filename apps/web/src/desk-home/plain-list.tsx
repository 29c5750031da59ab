import { Empty } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import styles from './desk-home.module.css';

interface PlainListProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly none: string;
}

/** A few rows that need no paging. */
export function PlainList({ label, head, rows, none }: PlainListProps): ReactNode {
  if (rows.length === 0) return <Empty title={none} />;
  return (
    <div className={styles['scroll']}>
      <table className={styles['list']} aria-label={label}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={head[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
