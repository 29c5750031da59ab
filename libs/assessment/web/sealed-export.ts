import type { Attempt, QueuedAnswer } from './outbox/attempt-store.js';
import { thisDeviceId } from './this-device.js';

/** Answers that did not reach the server, to be handed over as a file. */
export interface SealedAnswers {
  readonly format: 'skillhall-unsent-answers';
  readonly version: 1;
  readonly attemptId: string;
  readonly sittingId: string | null;
  readonly title: string;
  readonly deviceId: string;
  readonly deadline: string;
  readonly exportedAt: string;
  readonly answers: readonly {
    readonly questionId: string;
    readonly position: number | null;
    readonly choice: readonly string[];
    readonly clientSeq: number;
    readonly answeredAt: string | null;
    readonly refused: string | null;
  }[];
  /** SHA-256 of the file without this line; null where the browser cannot compute it (no https). */
  readonly digest: string | null;
}

async function digestOf(text: string): Promise<string | null> {
  // On an intranet host without https there is no `subtle`.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function sealAnswers(attempt: Attempt, queued: readonly QueuedAnswer[], now: Date): Promise<SealedAnswers> {
  const positions = new Map(attempt.questions.map(({ id, position }) => [id, position]));
  const content: Omit<SealedAnswers, 'digest'> = {
    ...{ format: 'skillhall-unsent-answers', version: 1, attemptId: attempt.id, sittingId: attempt.sittingId, title: attempt.title },
    ...{ deviceId: thisDeviceId(), deadline: attempt.deadline, exportedAt: now.toISOString() },
    answers: queued.map(({ questionId, choice, clientSeq, answeredAt, refused }) => ({
      ...{ questionId, position: positions.get(questionId) ?? null, choice, clientSeq, answeredAt: answeredAt ?? null, refused: refused ?? null },
    })),
  };
  return { ...content, digest: await digestOf(JSON.stringify(content)) };
}

/** Hands the file to the browser to be saved. */
export async function exportAnswers(attempt: Attempt, queued: readonly QueuedAnswer[]): Promise<void> {
  const sealed = await sealAnswers(attempt, queued, new Date());
  const address = URL.createObjectURL(new Blob([JSON.stringify(sealed, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `skillhall-${attempt.id}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
