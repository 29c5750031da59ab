import { useCallback, useRef, useState } from 'react';
import { refreshAll } from './cache.js';
import type { Document } from './document.js';
import { request, type RequestFailure, type VariablesArgument } from './request.js';

export interface MutationState {
  readonly running: boolean;
  readonly failure: RequestFailure | undefined;
}

/**
 * A change at the server. `run` gives the result union, or undefined when the request itself failed (then `failure`
 * says why). Afterwards what is on the screen is asked for again. A second tap while it runs does nothing.
 */
export function useMutation<Data, Variables>(
  document: Document<Data, Variables>,
): readonly [run: (...variables: VariablesArgument<Variables>) => Promise<Data | undefined>, state: MutationState] {
  const [state, setState] = useState<MutationState>({ running: false, failure: undefined });
  const busy = useRef(false);
  const run = useCallback(
    async (...variables: VariablesArgument<Variables>) => {
      if (busy.current) return undefined;
      busy.current = true;
      setState({ running: true, failure: undefined });
      try {
        const data = await request(document, ...variables);
        await refreshAll();
        setState({ running: false, failure: undefined });
        return data;
      } catch (error) {
        setState({ running: false, failure: error as RequestFailure });
        return undefined;
      } finally {
        busy.current = false;
      }
    },
    [document],
  );
  return [run, state];
}
