import { useEffect, type RefObject } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `/` to search, `j` and `k` to move along the rows; Enter is handled by the row, Esc by the drawer. */
export function useTableKeys(table: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '/') {
        const box = document.querySelector<HTMLElement>('input[data-search-key], [data-search-key] input');
        if (box) event.preventDefault();
        box?.focus();
      } else if (event.key === 'j' || event.key === 'k') {
        const rows = [...(table.current?.querySelectorAll<HTMLElement>('tr[data-opens]') ?? [])];
        const at = rows.findIndex((row) => row === document.activeElement);
        rows[Math.min(rows.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))]?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [table]);
}
