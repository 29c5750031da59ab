import { unsentCount } from '@skillhall/assessment/web';
import { common, usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button, Sheet } from '@skillhall/ui/pieces';
import { signOut, useViewer } from '@skillhall/ui/session';
import { useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';

/** Signs out; first says what would be lost, when answers wait on this device. */
export function SignOutButton(): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const { accountId } = useViewer();
  const [unsent, setUnsent] = useState(0);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    setUnsent(0);
    await signOut().catch(() => setFailed(true));
    setBusy(false);
  };
  const ask = async () => {
    const waiting = await unsentCount(accountId);
    if (waiting > 0) setUnsent(waiting);
    else await leave();
  };
  return (
    <>
      {failed && (
        <Banner tone="bad" live>
          {t('signOutFailed')}
        </Banner>
      )}
      <Button wide busy={busy} onClick={() => void ask()}>
        {t('signOut')}
      </Button>
      <Sheet
        open={unsent > 0}
        onClose={() => setUnsent(0)}
        title={t('signOutUnsent')}
        actions={
          <>
            <Button look="main" wide onClick={() => setUnsent(0)}>
              {tc('cancel')}
            </Button>
            <Button look="danger" wide onClick={() => void leave()}>
              {t('signOutAnyway')}
            </Button>
          </>
        }
      >
        <p>{t('signOutUnsentText', { n: unsent })}</p>
      </Sheet>
    </>
  );
}
