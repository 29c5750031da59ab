import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface TableState<Name extends string> {
  readonly offset: number;
  readonly limit: number;
  /** What each filter is set to; unset ones are undefined. */
  readonly filters: Readonly<Record<Name, string | undefined>>;
  readonly filtered: boolean;
  /** The row whose detail is open. */
  readonly open: string | undefined;
  readonly setFilter: (name: Name, value: string | undefined) => void;
  readonly clearFilters: () => void;
  readonly setPage: (offset: number, limit: number) => void;
  readonly setOpen: (id: string | undefined) => void;
}

const defaultLimit = 50;
const whole = (text: string | null, otherwise: number): number => (text !== null && /^\d{1,7}$/.test(text) ? Number(text) : otherwise);

/** Page, filters and the open row live in the address: reload, share and go back all work. */
export function useTableState<const Name extends string>(names: readonly Name[]): TableState<Name> {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (values: Readonly<Record<string, string | undefined>>, replace: boolean) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === undefined || value === '') after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace },
      ),
    [setSearch],
  );
  const list = names.join(' ');
  return useMemo(() => {
    const each = list.split(' ').filter(Boolean) as Name[];
    const filters = Object.fromEntries(each.map((name) => [name, search.get(name) ?? undefined])) as TableState<Name>['filters'];
    return {
      offset: whole(search.get('offset'), 0),
      limit: Math.min(200, Math.max(10, whole(search.get('limit'), defaultLimit))),
      filters,
      filtered: each.some((name) => filters[name] !== undefined),
      open: search.get('open') ?? undefined,
      setFilter: (name, value) => change({ [name]: value, offset: undefined }, true),
      clearFilters: () => change({ ...Object.fromEntries(each.map((name) => [name, undefined])), offset: undefined }, true),
      setPage: (offset, limit) => change({ offset: offset === 0 ? undefined : String(offset), limit: limit === defaultLimit ? undefined : String(limit) }, false),
      // From one detail to the next there is no step for the back button.
      setOpen: (id) => change({ open: id }, id === undefined || search.has('open')),
    };
  }, [search, list, change]);
}
