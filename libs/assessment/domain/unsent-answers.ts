import { soundChoice } from '@skillhall/question-bank/domain';
import type { Paper } from './paper.js';
import { graceSeconds } from './time-limit.js';

/** One answer of the file that a browser made when answers did not reach the server. */
export interface UnsentAnswer {
  readonly questionId: string;
  readonly choice: readonly string[];
  readonly clientSeq: number;
  /** On the clock of that device. */
  readonly answeredAt: string | null;
}

export interface UnsentFile {
  readonly attemptId: string;
  readonly deviceId: string;
  readonly exportedAt: string;
  readonly answers: readonly UnsentAnswer[];
  /** SHA-256 that the file names, of everything else in it; null where the browser could not compute one. */
  readonly digest: string | null;
  /** What the digest is of. */
  readonly sealed: string;
}

const format = 'skillhall-unsent-answers';
const mostAnswers = 1000;

/** What the database cannot keep: U+0000, and halves of characters. */
const unkept = /[\0\p{Cs}]/u;
const highestSeq = 2_147_483_647;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 20_000 && !unkept.test(value);

function answerOf(value: unknown): UnsentAnswer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { questionId, choice, clientSeq, answeredAt } = value as Record<string, unknown>;
  if (!isText(questionId) || !Array.isArray(choice) || choice.length > 100 || !choice.every(isText)) return null;
  if (typeof clientSeq !== 'number' || !Number.isInteger(clientSeq) || clientSeq < 1 || clientSeq > highestSeq) return null;
  const at = isText(answeredAt) && !Number.isNaN(Date.parse(answeredAt)) ? new Date(answeredAt).toISOString() : null;
  return { questionId, choice, clientSeq, answeredAt: at };
}

/** What stands in the file; null where it is not one of ours. */
export function readUnsentFile(text: string): UnsentFile | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const { digest, ...rest } = parsed as Record<string, unknown>;
  if (rest['format'] !== format || rest['version'] !== 1 || !Array.isArray(rest['answers']) || rest['answers'].length > mostAnswers) return null;
  const answers = rest['answers'].map(answerOf);
  const { attemptId, deviceId, exportedAt } = rest;
  if (!isText(attemptId) || !isText(deviceId) || !isText(exportedAt) || !(digest === null || isText(digest))) return null;
  return answers.every((answer) => answer !== null) ? { attemptId, deviceId, exportedAt, answers, digest, sealed: JSON.stringify(rest) } : null;
}

/**
 * `counts` if a person accepts the file. Otherwise why it cannot: it reached the server after all, a later one did, it was
 * given outside the time or without one, or it does not belong to the paper.
 */
export const unsentFindings = ['counts', 'arrived', 'superseded', 'out-of-time', 'no-time', 'not-on-paper'] as const;
export type UnsentFinding = (typeof unsentFindings)[number];

export interface CheckedAnswer extends UnsentAnswer {
  /** Number of the question on the paper; null where it does not stand there. */
  readonly position: number | null;
  readonly finding: UnsentFinding;
}

interface Taken {
  readonly paper: Paper;
  readonly startedAt: Date;
  readonly deadline: Date;
}

/** The latest number known for each question, with what was chosen. */
export type Known = ReadonlyMap<string, { readonly clientSeq: number; readonly choice: readonly string[] }>;

/**
 * Looks at each answer of a file against the paper, its time and the log. The clock of the device is taken at its word, and
 * the digest only shows that nobody changed the file by mistake: so it is a person who decides.
 */
export function checkUnsent({ paper, startedAt, deadline }: Taken, answers: readonly UnsentAnswer[], known: Known): CheckedAnswer[] {
  const end = deadline.getTime() + graceSeconds * 1000;
  const latest = new Map<string, UnsentAnswer>();
  for (const answer of answers) if (answer.clientSeq > (latest.get(answer.questionId)?.clientSeq ?? 0)) latest.set(answer.questionId, answer);
  return answers.map((answer) => {
    const place = paper.questions.findIndex(({ id }) => id === answer.questionId);
    const position = place < 0 ? null : place + 1;
    const choice = place < 0 ? undefined : soundChoice(paper.questions[place]!, answer.choice);
    if (!choice) return { ...answer, position, finding: 'not-on-paper' };
    const held = known.get(answer.questionId);
    const finding = ((): UnsentFinding => {
      if (held?.clientSeq === answer.clientSeq && JSON.stringify(held.choice) === JSON.stringify(choice)) return 'arrived';
      if ((held && held.clientSeq >= answer.clientSeq) || latest.get(answer.questionId) !== answer) return 'superseded';
      if (answer.answeredAt === null) return 'no-time';
      const at = Date.parse(answer.answeredAt);
      return at >= startedAt.getTime() && at <= end ? 'counts' : 'out-of-time';
    })();
    return { ...answer, choice, position, finding };
  });
}
