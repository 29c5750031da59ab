import { usePhrases } from '@skillhall/ui/i18n';
import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import styles from './answering.module.css';
import { moved, orderOf } from './answers.js';
import { phrases } from './phrases.js';
import type { InputProps } from './question-input.js';

const arrow = { up: 'M12 19V5M5 12l7-7 7 7', down: 'M12 5v14M5 12l7 7 7-7' } as const;

/** Items to put in order: by arrows for everybody, by a handle for who likes to drag. */
export function OrderList({ face, choice, onChange, disabled }: InputProps): ReactNode {
  const t = usePhrases(phrases);
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const dragged = useRef<string | null>(null);
  const order = orderOf(face.options.map(({ key }) => key), choice);
  const textOf = (key: string): string => face.options.find((option) => option.key === key)?.text ?? key;
  const put = (from: number, to: number): void => {
    const next = moved(order, from, to);
    if (next === order) return;
    onChange(next);
    setSaid(t('movedTo', { text: textOf(order[from]!), n: to + 1, total: order.length }));
  };
  const drag = (event: PointerEvent): void => {
    if (dragged.current === null) return;
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const to = rows.findIndex(({ top, bottom }) => event.clientY >= top && event.clientY < bottom);
    if (to >= 0) put(order.indexOf(dragged.current), to);
  };
  return (
    <>
      <p className={styles['hint']}>{t('orderHint')}</p>
      <ol ref={list} className={styles['order']}>
        {order.map((key, at) => (
          <li key={key} className={styles['item']} data-set={choice.length > 0 || undefined}>
            <span
              className={styles['handle']}
              title={t('drag')}
              aria-hidden
              onPointerDown={(event) => {
                if (disabled) return;
                dragged.current = key;
                event.currentTarget.setPointerCapture(event.pointerId);
              }}
              onPointerMove={drag}
              onPointerUp={() => (dragged.current = null)}
              onPointerCancel={() => (dragged.current = null)}
            >
              {at + 1}
            </span>
            <span className={styles['text']}>{textOf(key)}</span>
            {(['up', 'down'] as const).map((way) => (
              <button
                key={way}
                type="button"
                className={styles['arrow']}
                disabled={way === 'up' ? at === 0 : at === order.length - 1}
                aria-label={t(way === 'up' ? 'moveUp' : 'moveDown', { text: textOf(key) })}
                onClick={() => put(at, way === 'up' ? at - 1 : at + 1)}
              >
                <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
                  <path d={arrow[way]} />
                </svg>
              </button>
            ))}
          </li>
        ))}
      </ol>
      {choice.length === 0 && (
        <button type="button" className={styles['keep']} onClick={() => onChange(order)}>
          {t('keepOrder')}
        </button>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
