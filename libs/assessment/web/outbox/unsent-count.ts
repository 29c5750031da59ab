import { devicePractice } from '../practice/device-practice.js';
import { toSend } from '../practice/round-store.js';
import { deviceOutbox } from './device-outbox.js';

/** How many answers of this person wait on this device, of papers and of practice. */
export async function unsentCount(accountId: string): Promise<number> {
  const { store } = await deviceOutbox();
  const { store: rounds } = await devicePractice();
  const onPapers = (await store.queued(accountId)).filter(({ refused }) => refused === undefined).length;
  return (await rounds.all(accountId)).reduce((sum, kept) => sum + toSend(kept).length, onPapers);
}
