import type { EChartsOption } from 'echarts';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { definePhrases, usePhrases } from '../i18n/index.js';
import { useDark } from '../theme/index.js';
import styles from './chart.module.css';
import { readPalette, type Palette } from './palette.js';

const phrases = definePhrases('chart', {
  'zh-CN': { asTable: '看数据表', asPicture: '看图' },
  'zh-TW': { asTable: '看資料表', asPicture: '看圖' },
  en: { asTable: 'Show as table', asPicture: 'Show as picture' },
});

interface ChartProps {
  /** The finding, not the variable. */
  readonly title: string;
  /** What the axes and marks mean, in one sentence. */
  readonly note?: string;
  readonly height?: number;
  readonly option: (palette: Palette) => EChartsOption;
  /** The same data as a table, one key away. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

function Picture({ option, height = 300, label }: { readonly option: ChartProps['option']; readonly height?: number | undefined; readonly label: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const dark = useDark();
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let stop = () => {};
    let gone = false;
    void import('./chart-engine.js').then(({ openChart }) => {
      if (gone) return;
      const chart = openChart(element);
      const palette = readPalette();
      chart.setOption({ animation: false, backgroundColor: 'transparent', textStyle: { fontFamily: 'inherit', color: palette.ink }, ...option(palette) });
      // Paper is narrower than the screen: with a view box the drawing shrinks with its place.
      const fit = () => element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
      fit();
      const watcher = new ResizeObserver(() => {
        chart.resize();
        fit();
      });
      watcher.observe(element);
      stop = () => {
        watcher.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      stop();
    };
  }, [option, dark]);
  return <div ref={place} className={styles['picture']} style={{ height }} role="img" aria-label={label} />;
}

function Numbers({ head, rows }: ChartProps['table']): ReactNode {
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

/** A picture of data with its finding as title and its numbers one button away. Pass a stable `option` (useCallback). */
export function Chart({ title, note, height, option, table }: ChartProps): ReactNode {
  const t = usePhrases(phrases);
  const [numbers, setNumbers] = useState(false);
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>
        <strong>{title}</strong>
        {note && <span>{note}</span>}
      </figcaption>
      {numbers ? <Numbers {...table} /> : <Picture option={option} height={height} label={note ? `${title}。${note}` : title} />}
      <button type="button" className={styles['switch']} aria-pressed={numbers} onClick={() => setNumbers(!numbers)}>
        {t(numbers ? 'asPicture' : 'asTable')}
      </button>
    </figure>
  );
}
