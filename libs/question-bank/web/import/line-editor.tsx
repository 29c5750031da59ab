import { useEffect, useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import styles from './import.module.css';

export interface LineEditorHandle {
  /** Puts the cursor on a line, from 1, and shows it. */
  readonly goTo: (line: number) => void;
}

interface LineEditorProps {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Lines about which something is said. */
  readonly marked: ReadonlyMap<number, 'bad' | 'odd'>;
  readonly ref?: Ref<LineEditorHandle>;
}

const lineHeight = 24;

/** A text with the numbers of its lines, which stay beside them. */
export function LineEditor({ label, text, onChange, marked, ref }: LineEditorProps): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLOListElement>(null);
  const lines = text.split('\n');
  const follow = () => {
    if (area.current && gutter.current) gutter.current.scrollTop = area.current.scrollTop;
  };
  useEffect(follow, [text]);
  useImperativeHandle(ref, () => ({
    goTo: (line) => {
      const field = area.current;
      if (!field) return;
      const before = field.value.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
      const end = field.value.indexOf('\n', before);
      field.focus();
      field.setSelectionRange(before, end < 0 ? field.value.length : end);
      field.scrollTop = Math.max(0, (line - 4) * lineHeight);
    },
  }));
  return (
    <div className={styles['editor']}>
      <ol ref={gutter} aria-hidden className={styles['gutter']}>
        {lines.map((_, at) => (
          <li key={at} data-mark={marked.get(at + 1)}>
            {at + 1}
          </li>
        ))}
      </ol>
      <textarea ref={area} aria-label={label} spellCheck={false} wrap="off" value={text} onScroll={follow} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
