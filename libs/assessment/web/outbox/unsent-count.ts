import { deviceOutbox } from './device-outbox.js';

/** How many answers of this person wait on this device. */
export async function unsentCount(accountId: string): Promise<number> {
  const { store } = await deviceOutbox();
  return (await store.queued(accountId)).filter(({ refused }) => refused === undefined).length;
}
