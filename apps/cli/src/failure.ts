/** A command that ends without success, with a sentence for whoever called it. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';

  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
    /** Whether the sentence has been printed already. */
    readonly said = false,
    /** What went wrong, for programs, with the place where it did. */
    readonly facts: FailureFacts = { code: 'failed' },
  ) {
    super(message);
  }
}

export interface FailureFacts {
  readonly code: string;
  readonly [detail: string]: string | number | boolean | null;
}
