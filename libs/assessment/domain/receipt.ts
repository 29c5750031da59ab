import type { Grade } from './grading.js';
import type { Submitter } from './attempt-state.js';

export interface ReceiptFacts {
  readonly attemptId: string;
  readonly submittedAt: Date;
  readonly submittedBy: Submitter;
  readonly grade: Grade;
}

/** What the digest of a receipt is made of: whoever holds the receipt can prove what was handed in. */
export const receiptText = ({ attemptId, submittedAt, submittedBy, grade }: ReceiptFacts): string =>
  JSON.stringify([attemptId, submittedAt.toISOString(), submittedBy, grade.answers.map(({ questionId, choice }) => [questionId, choice])]);

// Without I, L, O and U, which are misread or spell words.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code to read out: fifty bits of the digest as `7K2M9-QXD4H`. `digest` is hexadecimal, 13 digits at least. */
export function receiptCode(digest: string): string {
  let bits = BigInt(`0x${digest.slice(0, 13)}`) >> 2n;
  let code = '';
  for (let index = 0; index < 10; index++) {
    code = letters[Number(bits % 32n)]! + code;
    bits /= 32n;
  }
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
