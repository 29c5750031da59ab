import { useEffect, useRef, type RefObject } from 'react';
import { typing } from '../page/typing.js';
import type { TableState } from './table-state.js';

type Opened = Pick<TableState<string>, 'open' | 'setOpen'>;

const rowsOf = (table: HTMLElement | null): HTMLElement[] => [...(table?.querySelectorAll<HTMLElement>('tr[data-opens]') ?? [])];

/** The row that `step` leads to: from the one whose detail is open, else from the one that has the focus. */
function nextRow(table: HTMLElement | null, open: string | undefined, step: 1 | -1): HTMLElement | undefined {
  const rows = rowsOf(table);
  const at = rows.findIndex((row) => (open === undefined ? row === document.activeElement : row.dataset['rowKey'] === open));
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}

/** The focus comes back to the row whose detail was shut. */
function useFocusBack(table: RefObject<HTMLElement | null>, open: string | undefined): void {
  const before = useRef(open);
  useEffect(() => {
    if (before.current !== undefined && open === undefined) rowsOf(table.current).find(({ dataset }) => dataset['rowKey'] === before.current)?.focus();
    before.current = open;
  }, [table, open]);
}

/** `/` to search, `j` and `k` along the rows, the open detail with them; Enter is handled by the row, Esc by the drawer. */
export function useTableKeys(table: RefObject<HTMLElement | null>, { open, setOpen }: Opened): void {
  useFocusBack(table, open);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '/') {
        const box = document.querySelector<HTMLElement>('input[data-search-key], [data-search-key] input');
        if (box) event.preventDefault();
        box?.focus();
      } else if (event.key === 'j' || event.key === 'k') {
        const row = nextRow(table.current, open, event.key === 'j' ? 1 : -1);
        row?.focus();
        if (open !== undefined && row?.dataset['rowKey']) setOpen(row.dataset['rowKey']);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [table, open, setOpen]);
}
