import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';
import { bySection } from '../sections.js';
import type { Question } from './question-card.js';
import styles from './palette.module.css';

interface PaletteProps {
  readonly questions: readonly Question[];
  readonly sections: readonly string[];
  readonly isAnswered: (questionId: string) => boolean;
  readonly flags: readonly string[];
  readonly current?: string | undefined;
  readonly onGo: (position: number) => void;
}

function Numbers({ questions, isAnswered, flags, current, onGo }: Omit<PaletteProps, 'sections'>): ReactNode {
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

/** Every question by its number, under the headings of the paper: answered, blank, flagged. */
export function Palette({ questions, sections, ...rest }: PaletteProps): ReactNode {
  return bySection(sections, questions).map(({ title, questions: some }) => (
    <div key={some[0]!.id} className={styles['section']}>
      {title && <p className={styles['title']}>{title}</p>}
      <Numbers questions={some} {...rest} />
    </div>
  ));
}
