import { usePhrases } from '@skillhall/ui/i18n';
import { Card, LinkButton } from '@skillhall/ui/pieces';
import { useViewer } from '@skillhall/ui/session';
import { useEffect, useState, type ReactNode } from 'react';
import { remainingMs } from '../attempt-clock.js';
import type { Snapshot } from '../outbox/attempt-store.js';
import { deviceOutbox } from '../outbox/device-outbox.js';
import { phrases } from '../phrases.js';
import { attemptPath } from '../paths.js';
import styles from './open-attempt.module.css';
import { TimeLeft } from './time-left.js';

/** The paper begun on this device that still has time, the most urgent one; works without a network. */
export function useOpenAttempt(): Snapshot | undefined {
  const { accountId } = useViewer();
  const [open, setOpen] = useState<Snapshot>();
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    void deviceOutbox().then(async ({ store, subscribe }) => {
      const read = async () => {
        const now = Date.now();
        const running = (await store.snapshots(accountId))
          .filter(({ attempt, offsetMs }) => attempt.state === 'open' && remainingMs(attempt.deadline, offsetMs, now) > 0)
          .sort((a, b) => Date.parse(a.attempt.deadline) - Date.parse(b.attempt.deadline));
        if (!gone) setOpen(running[0]);
      };
      if (!gone) stop = subscribe(() => void read());
      await read();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [accountId]);
  return open;
}

/** An unfinished paper beats everything else of today. */
export function OpenAttemptCard({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const t = usePhrases(phrases);
  const { attempt, offsetMs } = snapshot;
  return (
    <Card className={styles['card']!}>
      <p className={styles['over']}>{t('resume')}</p>
      <h2>{attempt.title}</h2>
      <TimeLeft deadline={attempt.deadline} offsetMs={offsetMs} limited={attempt.limited} onEnd={() => {}} />
      <LinkButton look="main" wide to={attemptPath(attempt.id, null)}>
        {t('goOn')}
      </LinkButton>
    </Card>
  );
}
