import type { ExamDetailFragment } from '@skillhall/ui/gql';
import { useQuery, useSettled } from '@skillhall/ui/graphql';
import { blueprintCheckQuery } from './exam-documents.js';
import type { Draft } from './exam-draft.js';

export type Counted = Pick<ExamDetailFragment, 'fitting' | 'problems'>;

const restMs = 400;

/** What today’s bank has for a draft, saved or not; the former figures stay, as old ones, while new ones are asked for. */
export function useBlueprintCheck({ sections, exposureCap }: Draft, unitId: string, wanted: boolean): { readonly counted: Counted | undefined; readonly old: boolean } {
  const draft = { unitId, sections, exposureCap };
  const settled = useSettled(draft, restMs);
  const { data, loading } = useQuery(blueprintCheckQuery, wanted ? { draft: settled } : null);
  return { counted: data?.blueprintCheck ?? undefined, old: loading || JSON.stringify(settled) !== JSON.stringify(draft) };
}
