/** When something may be seen: as soon as the paper is in, once the sitting has closed, or never. */
export const reviewTimes = ['submitted', 'closed', 'never'] as const;
export type ReviewTime = (typeof reviewTimes)[number];

/** 成绩与答案何时可见. While a paper is open nothing of it can be seen, whatever the rules say. */
export interface ReviewRules {
  readonly mark: ReviewTime;
  readonly rightAnswer: ReviewTime;
  readonly explanation: ReviewTime;
}

export interface Visible {
  readonly mark: boolean;
  readonly rightAnswer: boolean;
  readonly explanation: boolean;
}

/** What an examinee may see of their own paper now. */
export function visibleTo(rules: ReviewRules, { submitted, closed }: { readonly submitted: boolean; readonly closed: boolean }): Visible {
  const seen = (time: ReviewTime): boolean => submitted && (time === 'submitted' || (time === 'closed' && closed));
  return { mark: seen(rules.mark), rightAnswer: seen(rules.rightAnswer), explanation: seen(rules.explanation) };
}
