import { refreshAll, request } from '@skillhall/ui/graphql';
import { confirmedAccount, loadSession } from '@skillhall/ui/session';
import { attend, keptMs, newsOf, timingOf, type News } from '../outbox/device.js';
import { answerPracticeMutation } from './documents.js';
import { createPracticeOutbox, type Delivery, type PracticeOutbox } from './practice-outbox.js';
import { openRecords } from './records.js';
import { RoundStore, toSend, type WaitingAnswer } from './round-store.js';

/** The rounds of this device, the outbox that delivers their answers, and the news of changes in this tab or another. */
export interface DevicePractice extends PracticeOutbox, News {
  readonly store: RoundStore;
}

async function send(practiceId: string, { position, choice }: WaitingAnswer): Promise<Delivery> {
  const before = confirmedAccount();
  try {
    const { answerPractice: result } = await request(answerPracticeMutation, { input: { practiceId, position, choice: [...choice] } });
    // What one has come to by now is asked for again where it is shown.
    void refreshAll();
    if (result.__typename === 'AnswerPracticeSuccess') return { kind: 'told', told: result.answer };
    // Somebody else may have signed in in another tab: then the answer waits for its owner.
    if (result.__typename === 'NotFoundError') {
      await loadSession();
      if (confirmedAccount() !== before) return { kind: 'lost' };
    }
    return { kind: 'refused', reason: result.message };
  } catch {
    return { kind: 'lost' };
  }
}

const name = 'skillhall-practice';

async function start(): Promise<DevicePractice> {
  const store = new RoundStore(await openRecords());
  const news = newsOf(name);
  const outbox = createPracticeOutbox({ store, send, accountId: confirmedAccount, changed: news.tell, ...timingOf(name) });
  attend({
    flush: outbox.flush,
    // Rounds of long ago, with nothing left to tell, go.
    tidy: (accountId) => store.forget(accountId, (kept) => Date.parse(kept.round.startedAt) < Date.now() - keptMs && toSend(kept).length === 0),
    forget: (accountId) => store.forget(accountId),
  });
  return { ...outbox, ...news, store };
}

let opened: Promise<DevicePractice> | undefined;

/** The one of this tab, opened on first use; from then on it delivers by itself. */
export const devicePractice = (): Promise<DevicePractice> => (opened ??= start());
