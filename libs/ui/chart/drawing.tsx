import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './chart.module.css';
import { Frame, type FrameProps } from './frame.js';

interface DrawingProps extends FrameProps {
  readonly height: number;
  /** What is inside the SVG, for a width in pixels; its colours are those of the page, also on paper. */
  readonly draw: (width: number) => ReactNode;
}

/** Before the place is measured, and where nothing can be measured. */
const usualWidth = 640;

function Sized({ label, height, draw }: Pick<DrawingProps, 'height' | 'draw'> & { readonly label: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usualWidth);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = () => element.clientWidth > 0 && setWidth(element.clientWidth);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return (
    <div ref={place}>
      <svg className={styles['drawing']} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {draw(width)}
      </svg>
    </div>
  );
}

/** A picture drawn by hand: small, and it prints as it is. */
export function Drawing({ height, draw, ...frame }: DrawingProps): ReactNode {
  return <Frame {...frame} picture={(label) => <Sized label={label} height={height} draw={draw} />} />;
}
