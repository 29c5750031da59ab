/** What one line of a rubric can be given, in ten thousandths: none, a quarter, half, three quarters, all. */
export const levels = [0, 2500, 5000, 7500, 10_000] as const;

export interface Line {
  readonly id: string;
  readonly text: string;
  readonly marks: number;
}

/** Line → share given; a line without one is still to be marked. */
export type Given = Readonly<Record<string, number>>;

export const lineMarks = (marks: number, share: number): number => Math.round((marks * share) / 100) / 100;

/** The first line that is still to be marked; past the last one where all are. */
export const presentLine = (lines: readonly Line[], given: Given): number => {
  const at = lines.findIndex(({ id }) => given[id] === undefined);
  return at < 0 ? lines.length : at;
};

export const totalMarks = (lines: readonly Line[], given: Given): number => Math.round(lines.reduce((sum, { id, marks }) => sum + marks * (given[id] ?? 0), 0) / 100) / 100;
