import { common, usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { useRegisterSW } from 'virtual:pwa-register/react';
import styles from './root.module.css';

const hourMs = 3_600_000;

/** A new version waits until the person agrees: nobody loses a page under their hands. */
export function UpdatePrompt(): ReactNode {
  const t = usePhrases(common);
  const {
    needRefresh: [ready, setReady],
    updateServiceWorker,
  } = useRegisterSW({
    onRegisteredSW: (_address, registration) => void (registration && setInterval(() => void registration.update().catch(() => {}), hourMs)),
  });
  if (!ready) return null;
  return (
    <div className={styles['update']}>
      <Banner
        tone="note"
        live
        action={
          <span className={styles['updateActions']}>
            <Button look="quiet" onClick={() => setReady(false)}>
              {t('later')}
            </Button>
            <Button look="main" onClick={() => void updateServiceWorker(true)}>
              {t('refresh')}
            </Button>
          </span>
        }
      >
        {t('updateReady')}
      </Banner>
    </div>
  );
}
