import { useQuery } from '@skillhall/ui/graphql';
import type { ReactNode } from 'react';
import { sittingPlanQuery } from './plan-documents.js';
import { PlanSitting } from './plan-sitting.js';

/** What is filled in and its version come from one answer: an older one never goes out under a newer version. */
export function ChangeSitting({ id, onClose }: { readonly id: string; readonly onClose: (done: boolean) => void }): ReactNode {
  const sitting = useQuery(sittingPlanQuery, { id }).data?.sitting;
  return sitting && <PlanSitting key={sitting.version} old={sitting} onClose={onClose} />;
}
