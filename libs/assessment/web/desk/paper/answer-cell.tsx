import { usePhrases } from '@skillhall/ui/i18n';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import styles from './paper.module.css';
import { phrases } from './phrases.js';
import { type FormQuestion, isText, isWhole, isWide, problemOf, shownAs } from './typed.js';

interface AnswerCellProps {
  readonly question: FormQuestion;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** To the question so many places further. */
  readonly onMove: (steps: number) => void;
}

const longest = { text: 4000, blanks: 1000, letters: 40 };

/** What was written for one question: typed without leaving the keys. */
export function AnswerCell({ question, text, onType, onMove }: AnswerCellProps): ReactNode {
  const t = usePhrases(phrases);
  const id = useId();
  const problem = problemOf(question, text);
  const typed = (value: string) => {
    const shown = shownAs(question, value);
    onType(shown);
    if (isWhole(question, shown) && !text) onMove(1);
  };
  const moved = (event: KeyboardEvent) => {
    // Candidates of an input method are chosen with the same keys.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const steps = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (!steps || (isText(question) && !event.altKey)) return;
    event.preventDefault();
    onMove(steps);
  };
  const hint = question.blanks > 1 ? t('blanksHint', { n: question.blanks }) : question.prompts ? t('pairsHint', { n: question.prompts }) : undefined;
  const common = {
    ...{ id, value: text, onKeyDown: moved, 'data-position': question.position, 'aria-label': t('question', { n: question.position }), autoComplete: 'off' },
    ...{ 'aria-invalid': problem !== undefined, 'aria-describedby': problem ? `${id}-wrong` : undefined, placeholder: hint },
  };
  const look = isText(question) || isWide(question) ? styles['wide'] : styles['narrow'];
  return (
    <div className={`${styles['cell']} ${look}`}>
      <label htmlFor={id}>{question.position}</label>
      {isText(question) ? (
        <textarea rows={3} maxLength={longest.text} onChange={(event) => typed(event.target.value)} {...common} />
      ) : (
        <input type="text" maxLength={isWide(question) ? longest.blanks : longest.letters} spellCheck={false} onChange={(event) => typed(event.target.value)} {...common} />
      )}
      {problem && (
        <span id={`${id}-wrong`} className={styles['wrong']}>
          {t(problem)}
        </span>
      )}
    </div>
  );
}
