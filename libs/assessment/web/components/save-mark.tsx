import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';
import styles from './save-mark.module.css';

export type SaveState = 'blank' | 'saving' | 'local' | 'unsafe' | 'saved' | 'refused' | 'failed';

const words = {
  saving: 'stateSaving',
  local: 'stateLocal',
  unsafe: 'stateUnsafe',
  saved: 'stateSaved',
  refused: 'stateRefused',
  failed: 'keepFailed',
} as const;

const signs: Readonly<Record<Exclude<SaveState, 'blank'>, string>> = {
  saving: 'M5 12h.01M12 12h.01M19 12h.01',
  local: 'M7 3h10v18H7zM11 18h2',
  unsafe: 'M5 12h.01M12 12h.01M19 12h.01',
  saved: 'M5 12.5l4.5 4.5L19 7.5',
  refused: 'M12 6v8M12 18h.01',
  failed: 'M12 6v8M12 18h.01',
};

/** The small quiet mark of one answer: where it is now. Read aloud when it changes. */
export function SaveMark({ state }: { readonly state: SaveState }): ReactNode {
  const t = usePhrases(phrases);
  return (
    <p className={styles['mark']} data-state={state} role="status">
      {state !== 'blank' && (
        <>
          <svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
            <path d={signs[state]} />
          </svg>
          {t(words[state])}
        </>
      )}
    </p>
  );
}
