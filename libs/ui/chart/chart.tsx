import type { EChartsOption } from 'echarts';
import { useEffect, useRef, type ReactNode } from 'react';
import { useDark } from '../theme/index.js';
import styles from './chart.module.css';
import { Frame, type FrameProps } from './frame.js';
import { readPalette, type Palette } from './palette.js';

interface ChartProps extends FrameProps {
  readonly height?: number;
  readonly option: (palette: Palette) => EChartsOption;
}

function Picture({ option, height = 300, label }: Pick<ChartProps, 'option' | 'height'> & { readonly label: string }): ReactNode {
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

/** A picture drawn by the chart engine. Pass a stable `option` (useCallback). */
export function Chart({ height, option, ...frame }: ChartProps): ReactNode {
  return <Frame {...frame} picture={(label) => <Picture option={option} {...(height !== undefined && { height })} label={label} />} />;
}
