import { useEffect, useId, useRef, type ReactNode } from 'react';
import { common, usePhrases } from '../i18n/index.js';
import styles from './sheet.module.css';

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot, in reach of the thumb. */
  readonly actions?: ReactNode;
}

/** A sheet from below on the phone, a box in the middle on a desk; the browser keeps the focus inside. */
export function Sheet({ open, onClose, title, children, actions }: SheetProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = usePhrases(common);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles['sheet']}
      aria-labelledby={titleId}
      // Heard also when the page itself closes it: then another sheet may be open already.
      onClose={() => open && onClose()}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && (
        <div className={styles['inside']}>
          <header className={styles['head']}>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className={styles['close']} onClick={onClose} aria-label={t('close')}>
              <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden>
                <path d="M6 6l12 12M18 6L6 18" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
              </svg>
            </button>
          </header>
          <div className={styles['body']}>{children}</div>
          {actions && <footer className={styles['actions']}>{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
