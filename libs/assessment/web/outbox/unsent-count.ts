import { deviceOutbox } from './device-outbox.js';

/** How many answers of this person wait on this device, of papers and of practice. */
export async function unsentCount(accountId: string): Promise<number> {
  const { store } = await deviceOutbox();
  const [{ devicePractice }, { toSend }] = await Promise.all([import('../practice/device-practice.js'), import('../practice/round-store.js')]);
  const onPapers = (await store.queued(accountId)).filter(({ refused }) => refused === undefined).length;
  return (await (await devicePractice()).store.all(accountId)).reduce((sum, kept) => sum + toSend(kept).length, onPapers);
}
