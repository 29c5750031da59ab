import type { Attempt } from './outbox/attempt-store.js';

export interface Section<Question> {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** The questions under the headings of the paper, in its order; one heading without a name where there are none. */
export function bySection<Question extends Pick<Attempt['questions'][number], 'section'>>(titles: readonly string[], questions: readonly Question[]): Section<Question>[] {
  const sections: { title: string; index: number | null; questions: Question[] }[] = [];
  for (const question of questions) {
    const last = sections.at(-1);
    if (last && last.index === question.section) last.questions.push(question);
    else sections.push({ title: question.section === null ? '' : (titles[question.section] ?? ''), index: question.section, questions: [question] });
  }
  return sections;
}
