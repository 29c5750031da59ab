import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { keyOf, readEntry, refetch, watch } from './cache.js';
import type { Document } from './document.js';
import type { RequestFailure } from './request.js';

export interface QueryState<Data> {
  /** The last answer; while other variables are asked for, the former answer stays. */
  readonly data: Data | undefined;
  readonly failure: RequestFailure | undefined;
  /** Something is being asked for. Nothing to show yet: `loading && !data`. */
  readonly loading: boolean;
  readonly refetch: () => Promise<void>;
}

export interface QueryOptions<Data> {
  /** Ask again every so many milliseconds while the page is visible; the answer itself may say whether. */
  readonly pollMs?: number | undefined | ((data: Data) => number | undefined);
}

/** Asks for `document` and keeps the answer; `variables` null = not yet. */
export function useQuery<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables | null,
  { pollMs }: QueryOptions<Data> = {},
): QueryState<Data> {
  const key = variables === null ? '' : keyOf(document, variables);
  const asked = useRef(variables);
  asked.current = variables;
  const subscribe = useCallback(
    (listener: () => void) =>
      key === '' ? () => {} : watch(key, document, asked.current, listener),
    [key, document],
  );
  const entry = useSyncExternalStore(subscribe, () => readEntry(key));
  const former = useRef<unknown>(undefined);
  if (entry.data !== undefined) former.current = entry.data;
  const again = useCallback(() => refetch(key), [key]);
  const data = (entry.data ?? (entry.failure ? undefined : former.current)) as Data | undefined;
  usePolling(key, typeof pollMs === 'function' ? data && pollMs(data) : pollMs);
  return {
    data,
    failure: entry.failure,
    loading: key !== '' && entry.loading,
    refetch: again,
  };
}

function usePolling(key: string, pollMs: number | undefined): void {
  useEffect(() => {
    if (key === '' || pollMs === undefined) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refetch(key);
    }, pollMs);
    return () => clearInterval(timer);
  }, [key, pollMs]);
}
