import type { ExamDetailFragment } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useEffect, useMemo, useState } from 'react';
import { blueprintCheckQuery } from './exam-documents.js';
import type { Draft } from './exam-draft.js';

export type Counted = Pick<ExamDetailFragment, 'fitting' | 'problems'>;

const restMs = 400;

/** The value once it has rested for a moment: nobody counts a bank for each key that is pressed. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** What today’s bank has for a draft, saved or not; the former figures stay, as old ones, while new ones are asked for. */
export function useBlueprintCheck({ sections, exposureCap }: Draft, unitId: string, wanted: boolean): { readonly counted: Counted | undefined; readonly old: boolean } {
  const text = JSON.stringify({ unitId, sections, exposureCap });
  const rested = useRested(text);
  const variables = useMemo(() => ({ draft: JSON.parse(rested) as { unitId: string } & Pick<Draft, 'sections' | 'exposureCap'> }), [rested]);
  const { data, loading } = useQuery(blueprintCheckQuery, wanted ? variables : null);
  return { counted: data?.blueprintCheck ?? undefined, old: loading || rested !== text };
}
