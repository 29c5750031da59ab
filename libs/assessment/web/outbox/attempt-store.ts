import type { AttemptFieldsFragment } from '@skillhall/ui/gql';

export type Attempt = AttemptFieldsFragment;
export type SavedAnswer = Attempt['answers'][number];

/** An answer that the server has not acknowledged yet. One per question: a later choice takes the place of the former. */
export interface QueuedAnswer {
  readonly accountId: string;
  readonly attemptId: string;
  readonly questionId: string;
  readonly choice: readonly string[];
  readonly clientSeq: number;
  /** Changes with every choice: an acknowledgement of the former choice must not remove the later one. */
  readonly entryId: string;
  /** When it was given, by the server's clock as this device knows it; older entries say nothing. */
  readonly answeredAt?: string;
  /** Why the server did not take it, in its words; such an entry is shown, not sent again. */
  readonly refused?: string;
}

/** What is needed to go on with a paper without a network. */
export interface Snapshot {
  readonly attemptId: string;
  readonly accountId: string;
  readonly attempt: Attempt;
  /** Server time minus the clock of this device, in milliseconds. */
  readonly offsetMs: number;
  /** The highest sequence number ever given out here for this attempt. */
  readonly lastSeq: number;
  readonly flags: readonly string[];
}

export type Told = Partial<Pick<Attempt, 'deadline' | 'deviceId' | 'serverNow'>>;

export type NewAnswer = Pick<QueuedAnswer, 'accountId' | 'attemptId' | 'questionId' | 'choice'>;

/** Where answers wait and papers are kept on this device. Every method is one transaction. */
export interface AttemptStore {
  /** Survives a reload? In a private window it may not. */
  readonly durable: boolean;
  /**
   * Keeps the answer under the next sequence number, above every one seen here or at the server.
   * Throws when the paper itself is not kept here.
   */
  put(answer: NewAnswer, serverSeq: number): Promise<QueuedAnswer>;
  queued(accountId: string): Promise<QueuedAnswer[]>;
  /** The server has it: goes from the queue to the snapshot, unless the choice has changed meanwhile. */
  acknowledge(entry: QueuedAnswer, savedAt: string): Promise<void>;
  /** Another number for the same answer, above `serverSeq`. */
  renumber(entry: QueuedAnswer, serverSeq: number): Promise<void>;
  refuse(entry: QueuedAnswer, reason: string): Promise<void>;
  /** Takes over what the server says of the attempt; flags and numbers given out here stay. */
  keep(accountId: string, attempt: Attempt, offsetMs: number): Promise<void>;
  /** What the server has told of the attempt meanwhile, without its questions. */
  update(attemptId: string, told: Told, offsetMs?: number): Promise<void>;
  setFlags(attemptId: string, flags: readonly string[]): Promise<void>;
  snapshot(attemptId: string): Promise<Snapshot | undefined>;
  /**
   * The paper and what waits of it, of one moment: read apart, an answer acknowledged in between would be in neither.
   */
  paper(accountId: string, attemptId: string): Promise<{ snapshot: Snapshot | undefined; queued: QueuedAnswer[] }>;
  snapshots(accountId: string): Promise<Snapshot[]>;
  forgetAttempt(attemptId: string): Promise<void>;
  forgetAccount(accountId: string): Promise<void>;
}

export const highestSeq = (answers: readonly Pick<SavedAnswer, 'clientSeq'>[]): number =>
  answers.reduce((highest, { clientSeq }) => Math.max(highest, clientSeq), 0);

/** The answers with this one in place of an older one to the same question. */
export function withAnswer(answers: readonly SavedAnswer[], answer: SavedAnswer): SavedAnswer[] {
  const former = answers.find(({ questionId }) => questionId === answer.questionId);
  if (former && former.clientSeq > answer.clientSeq) return [...answers];
  return [...answers.filter(({ questionId }) => questionId !== answer.questionId), answer];
}
