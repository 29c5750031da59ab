import type { PracticeRoundFieldsFragment, PracticeToldFragment } from '@skillhall/ui/gql';

export type Round = PracticeRoundFieldsFragment;
export type Told = PracticeToldFragment;

/** An answer that the server has not taken yet. */
export interface WaitingAnswer {
  readonly position: number;
  readonly choice: readonly string[];
  /** Why the server did not take it, in its words; such an answer is shown, not sent again. */
  readonly refused?: string;
}

/** A round as this device has it, with what waits to be sent. */
export interface KeptRound {
  readonly id: string;
  readonly accountId: string;
  readonly round: Round;
  readonly waiting: readonly WaitingAnswer[];
}

/** Rounds by their ids; each change is one transaction. */
export interface Records {
  /** Survives a reload? In a private window it may not. */
  readonly durable: boolean;
  read(id: string): Promise<KeptRound | undefined>;
  all(): Promise<KeptRound[]>;
  change(id: string, to: (before: KeptRound | undefined) => KeptRound | undefined): Promise<void>;
}

const withTold = (answers: readonly Told[], told: Told): Told[] => [...answers.filter(({ position }) => position !== told.position), told];

/** What may be done with the rounds kept on a device. The first answer to a question stays, here as at the server. */
export class RoundStore {
  readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  /** Takes over what the server says. What waits goes once the server has an answer in its place. */
  keep(accountId: string, round: Round): Promise<void> {
    return this.records.change(round.id, (before) => {
      // Asked for before an answer was told, received after it: what was told stays.
      const told = (before?.round.answers ?? []).filter(({ position }) => round.questions.some((question) => question.position === position) && !round.answers.some((each) => each.position === position));
      const answers = [...round.answers, ...told];
      const waiting = (before?.waiting ?? []).filter(({ position }) => !answers.some((each) => each.position === position));
      return { id: round.id, accountId, round: { ...round, answers }, waiting };
    });
  }

  put(id: string, position: number, choice: readonly string[]): Promise<void> {
    return this.records.change(id, (kept) => {
      if (!kept) throw new Error('the round is not kept on this device');
      if (kept.round.answers.some((told) => told.position === position) || kept.waiting.some((each) => each.position === position)) return kept;
      return { ...kept, waiting: [...kept.waiting, { position, choice }] };
    });
  }

  settle(id: string, told: Told): Promise<void> {
    return this.records.change(id, (kept) => kept && { ...kept, round: { ...kept.round, answers: withTold(kept.round.answers, told) }, waiting: kept.waiting.filter(({ position }) => position !== told.position) });
  }

  refuse(id: string, position: number, refused: string): Promise<void> {
    return this.records.change(id, (kept) => kept && { ...kept, waiting: kept.waiting.map((each) => (each.position === position ? { ...each, refused } : each)) });
  }

  async of(accountId: string, id: string): Promise<KeptRound | undefined> {
    const kept = await this.records.read(id);
    return kept?.accountId === accountId ? kept : undefined;
  }

  async all(accountId: string): Promise<KeptRound[]> {
    return (await this.records.all()).filter((kept) => kept.accountId === accountId);
  }

  async forget(accountId: string, which: (kept: KeptRound) => boolean = () => true): Promise<void> {
    for (const kept of await this.all(accountId)) if (which(kept)) await this.records.change(kept.id, () => undefined);
  }
}

export const toSend = ({ waiting }: KeptRound): WaitingAnswer[] => waiting.filter(({ refused }) => refused === undefined);
