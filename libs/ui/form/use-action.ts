import { useCallback } from 'react';
import type { Document } from '../graphql/index.js';
import { useMutation } from '../graphql/index.js';
import { useNotice } from './notice.js';

interface Refusal {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
}

type Outcome = { readonly __typename: string };
type Success<Result extends Outcome> = Exclude<Result, { readonly code: string }>;

const refused = (result: Outcome): result is Refusal => 'code' in result && 'message' in result;

/**
 * A mutation of the desk whose result is a union: success is given back, a refusal of the server is said to the
 * person in its own words (already in their language), a lost request likewise.
 */
export function useAction<Data, Variables extends object, Result extends Outcome>(
  document: Document<Data, Variables>,
  pick: (data: Data) => Result,
): readonly [run: (variables: Variables) => Promise<Success<Result> | undefined>, running: boolean] {
  const [mutate, { running }] = useMutation(document as Document<Data, { readonly [name: string]: unknown } & Variables>);
  const notice = useNotice();
  const run = useCallback(
    async (variables: Variables) => {
      const data = await (mutate as (variables: Variables) => Promise<Data | undefined>)(variables);
      if (data === undefined) return void notice.failed(undefined);
      const result = pick(data);
      if (refused(result)) return void notice.warn(result.message);
      return result as Success<Result>;
    },
    [mutate, notice, pick],
  );
  return [run, running];
}
