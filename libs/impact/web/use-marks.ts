import { useUnit } from '@skillhall/ui/desk';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useMay } from '@skillhall/ui/session';
import { useMemo } from 'react';
import type { Mark } from './charts/marks.js';
import { phrases } from './phrases.js';

const rulesQuery = graphql(`
  query RuleMarks($unitId: ID!) {
    taxonomyChanges(unitId: $unitId) {
      id
      date
      note
    }
  }
`);

const trainedQuery = graphql(`
  query TrainingMarks($unitId: ID!) {
    trainingAssignments(filter: { unitId: $unitId, state: held }, limit: 50) {
      nodes {
        id
        heldOn
        course {
          id
          name
        }
      }
    }
  }
`);

/** Days on which the rules of counting changed; at a hall also when it was trained. */
export function useMarks(): readonly Mark[] {
  const t = usePhrases(phrases);
  const may = useMay();
  const { unit } = useUnit();
  const rules = useQuery(rulesQuery, may('complaint.read') ? { unitId: unit.id } : null).data?.taxonomyChanges;
  const trained = useQuery(trainedQuery, unit.type === 'hall' && may('learning-record.read') ? { unitId: unit.id } : null).data?.trainingAssignments.nodes;
  return useMemo(() => {
    const month = (day: string): string => day.slice(0, 'YYYY-MM'.length);
    return [
      ...(rules ?? []).map(({ date, note }) => ({ month: month(date), text: t('markRule', { note }) })),
      ...(trained ?? []).flatMap(({ heldOn, course }) => (heldOn ? [{ month: month(heldOn), text: t('markTrained', { course: course?.name ?? '' }) }] : [])),
    ];
  }, [t, rules, trained]);
}
