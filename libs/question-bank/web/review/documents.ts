import { graphql } from '@skillhall/ui/graphql';
// What is spread here is declared there.
import '../documents.js';

export const toReviewQuery = graphql(`
  query QuestionsToReview($own: Boolean, $offset: Int, $limit: Int) {
    questionsToReview(own: $own, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...QuestionRow
      }
    }
  }
`);
