import { useState, type ReactNode } from 'react';
import { definePhrases, usePhrases } from '../i18n/index.js';
import styles from './chart.module.css';

const phrases = definePhrases('chart', {
  'zh-CN': { asTable: '看数据表', asPicture: '看图' },
  'zh-TW': { asTable: '看資料表', asPicture: '看圖' },
  en: { asTable: 'Show as table', asPicture: 'Show as picture' },
});

export interface FrameProps {
  /** The finding, not the variable. */
  readonly title: string;
  /** What the axes and marks mean, in one sentence. */
  readonly note?: string;
  /** The same data as a table, one key away. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

function Numbers({ head, rows }: FrameProps['table']): ReactNode {
  return (
    <div className={styles['scroll']} tabIndex={0} role="group">
      <table className={styles['numbers']}>
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
          {rows.map((cells) => (
            <tr key={cells[0]}>
              {cells.map((cell, index) => (index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands around every picture: its finding as title, and its numbers one button away. */
export function Frame({ title, note, table, picture }: FrameProps & { readonly picture: (label: string) => ReactNode }): ReactNode {
  const t = usePhrases(phrases);
  const [numbers, setNumbers] = useState(false);
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>
        <strong>{title}</strong>
        {note && <span>{note}</span>}
      </figcaption>
      {numbers ? <Numbers {...table} /> : picture(note ? `${title}。${note}` : title)}
      <button type="button" className={styles['switch']} aria-pressed={numbers} onClick={() => setNumbers(!numbers)}>
        {t(numbers ? 'asPicture' : 'asTable')}
      </button>
    </figure>
  );
}
