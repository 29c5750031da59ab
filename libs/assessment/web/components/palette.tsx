import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';
import type { Question } from './question-card.js';
import styles from './palette.module.css';

interface PaletteProps {
  readonly questions: readonly Question[];
  readonly isAnswered: (questionId: string) => boolean;
  readonly flags: readonly string[];
  readonly current?: string | undefined;
  readonly onGo: (position: number) => void;
}

/** Every question by its number: answered, blank, flagged. */
export function Palette({ questions, isAnswered, flags, current, onGo }: PaletteProps): ReactNode {
  const t = usePhrases(phrases);
  return (
    <ol className={styles['palette']}>
      {questions.map(({ id, position }) => {
        const flagged = flags.includes(id);
        const state = [t(isAnswered(id) ? 'paletteAnswered' : 'paletteBlank'), flagged && t('paletteFlagged')].filter(Boolean).join('、');
        return (
          <li key={id}>
            <button
              type="button"
              className={styles['number']}
              data-answered={isAnswered(id) || undefined}
              data-flagged={flagged || undefined}
              aria-current={id === current ? 'step' : undefined}
              aria-label={t('questionPalette', { n: position, state })}
              onClick={() => onGo(position)}
            >
              {position}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
