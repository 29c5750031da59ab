import type { StudyProposalQuery } from '@skillhall/ui/gql';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useMay } from '@skillhall/ui/session';

const proposalQuery = graphql(`
  query StudyProposal($unitId: ID!, $courseId: ID!) {
    studyDraft(unitId: $unitId, courseId: $courseId) {
      decisionWindow
      windowSource
      trainedHalls
      waves {
        month
      }
    }
  }
`);

export type Proposal = NonNullable<StudyProposalQuery['studyDraft']>;

/** What the records of training say about a course before its study is written: how many halls, and the months looked at. */
export function useProposal(unitId: string, courseId: string | null): Proposal | undefined {
  const may = useMay()('study.manage');
  return useQuery(proposalQuery, courseId && may ? { unitId, courseId } : null).data?.studyDraft ?? undefined;
}
