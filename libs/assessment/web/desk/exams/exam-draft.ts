import type { ExamDetailFragment, SaveExamInput } from '@skillhall/ui/gql';

export type Draft = Omit<SaveExamInput, 'id' | 'version' | 'unitId'>;
export type Section = Draft['sections'][number];
export type Row = Section['rows'][number];

export const newRow = (): Row => ({ categoryIds: [], track: null, competency: null, type: 'single', leastDifficulty: 1, mostDifficulty: 5, count: 10, marks: 1 });

export const newDraft = (title: string, sectionTitle: string): Draft => ({
  ...{ title, instructions: '', minutes: 60, passMark: 60, attemptsAllowed: 1, shuffleQuestions: true, shuffleOptions: true, exposureCap: null, markers: 1, markingGap: 20 },
  review: { mark: 'submitted', rightAnswer: 'closed', explanation: 'closed' },
  sections: [{ title: sectionTitle, rows: [newRow()], fixed: [] }],
});

/** What the server holds, as it would be sent back. */
export function draftOf(exam: ExamDetailFragment): Draft {
  const { title, instructions, minutes, passMark, attemptsAllowed, shuffleQuestions, shuffleOptions, exposureCap, markers, markingGap, review, sections } = exam;
  return { title, instructions, minutes, passMark, attemptsAllowed, shuffleQuestions, shuffleOptions, exposureCap, markers, markingGap, review: { ...review }, sections: sections.map((section) => ({ ...section, rows: section.rows.map((row) => ({ ...row })), fixed: section.fixed.map((one) => ({ ...one })) })) };
}

/** Questions and marks; marks have two decimals at most and are added up in hundredths. */
export function totalsOf({ sections }: Draft): { readonly questions: number; readonly marks: number } {
  const counted = sections.flatMap(({ rows, fixed }) => [...rows.map(({ count, marks }) => [count, marks] as const), ...fixed.map(({ marks }) => [1, marks] as const)]);
  return { questions: counted.reduce((sum, [count]) => sum + count, 0), marks: counted.reduce((sum, [count, marks]) => sum + count * Math.round(marks * 100), 0) / 100 };
}

export const withSection = (draft: Draft, index: number, change: Partial<Section>): Draft => ({ ...draft, sections: draft.sections.map((section, place) => (place === index ? { ...section, ...change } : section)) });

export const withRow = (draft: Draft, section: number, index: number, change: Partial<Row>): Draft =>
  withSection(draft, section, { rows: draft.sections[section]!.rows.map((row, place) => (place === index ? { ...row, ...change } : row)) });

/** Another track has other competencies: the one chosen before goes with it. */
export const withTrack = (draft: Draft, section: number, row: number, track: Row['track']): Draft => withRow(draft, section, row, { track, competency: null });

/** The section with one more question on every paper; nothing changes where the exam has it already. */
export function withFixed(draft: Draft, section: number, questionId: string): Draft {
  if (draft.sections.some(({ fixed }) => fixed.some((one) => one.questionId === questionId))) return draft;
  const { rows, fixed } = draft.sections[section]!;
  return withSection(draft, section, { fixed: [...fixed, { questionId, marks: fixed.at(-1)?.marks ?? rows[0]?.marks ?? 1 }] });
}
