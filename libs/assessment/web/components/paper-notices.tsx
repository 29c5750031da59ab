import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button } from '@skillhall/ui/pieces';
import { useEffect, useState, type ReactNode } from 'react';
import { remainingMs } from '../attempt-clock.js';
import { examPhrases } from '../exam-phrases.js';
import { askFullScreen, canFullScreen } from '../full-screen.js';
import type { QueuedAnswer, Snapshot } from '../outbox/attempt-store.js';
import { phrases } from '../phrases.js';
import { exportAnswers } from '../sealed-export.js';
import type { Submitting } from '../use-submit-attempt.js';
import { useStartSitting } from '../use-start-sitting.js';
import styles from './paper-notices.module.css';

/** Another device has the paper: nothing is written here until one goes on here. */
export function TakenOver({ sittingId, waiting, onResumed }: { readonly sittingId: string; readonly waiting: number; readonly onResumed: () => Promise<unknown> }): ReactNode {
  const e = usePhrases(examPhrases);
  const { start, busy, fault } = useStartSitting(sittingId);
  const goOn = async () => {
    if ((await start()) !== undefined) await onResumed();
  };
  return (
    <Banner tone="bad" live>
      <div className={styles['notice']}>
        <strong>{e('takenOver')}</strong>
        <p>{e('takenOverText')}</p>
        {waiting > 0 && <p>{e('takenOverWaiting', { n: waiting })}</p>}
        {fault && <p>{fault.message}</p>}
        <Button look="main" busy={busy} onClick={() => void goOn()}>
          {e('continueHere')}
        </Button>
      </div>
    </Banner>
  );
}

/** The sitting asks for the full screen and the page is not in it. */
export function FullScreenAsked(): ReactNode {
  const e = usePhrases(examPhrases);
  const [full, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  if (full || !canFullScreen()) return null;
  return (
    <Banner tone="note" action={<Button onClick={askFullScreen}>{e('fullScreen')}</Button>}>
      {e('fullScreenAsked')}
    </Banner>
  );
}

interface SendingProps {
  readonly snapshot: Snapshot;
  readonly queued: readonly QueuedAnswer[];
  readonly durable: boolean;
  readonly submitting: Submitting;
}

/** What is on its way, what waits for a network, and, past the end, what to do with it. */
export function Sending({ snapshot, queued, durable, submitting }: SendingProps): ReactNode {
  const t = usePhrases(phrases);
  const e = usePhrases(examPhrases);
  const { attempt, offsetMs } = snapshot;
  const waiting = queued.filter(({ refused }) => refused === undefined);
  const late = remainingMs(attempt.deadline, offsetMs, Date.now()) === 0;
  if (submitting === 'waiting' && late)
    return (
      <Banner tone="warn" live>
        <div className={styles['notice']}>
          <p>{waiting.length > 0 ? e('lateWaits', { n: waiting.length }) : e('lateNothing')}</p>
          {waiting.length > 0 && (
            <>
              <Button onClick={() => void exportAnswers(attempt, waiting)}>{e('export')}</Button>
              <p>{e('exportText')}</p>
            </>
          )}
        </div>
      </Banner>
    );
  if (submitting !== 'no')
    return (
      <Banner tone={submitting === 'waiting' ? 'warn' : 'note'} live>
        {t(submitting === 'waiting' ? 'submitWaits' : 'delivering')}
      </Banner>
    );
  return (
    waiting.length > 0 && (
      <Banner tone="warn" live>
        {t(durable ? 'waiting' : 'waitingUnsafe', { n: waiting.length })}
      </Banner>
    )
  );
}
