import { letterAt } from '@skillhall/question-bank/answering';
import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';
import type { Question } from './question-card.js';
import styles from './review.module.css';

export interface Answered {
  readonly question: Question;
  readonly choice: readonly string[];
  /** Null where it may not be seen, or where there is none. */
  readonly right: readonly string[] | null;
}

const byOptions = new Set<string>(['single', 'multiple', 'trueFalse']);

/** Options with what was chosen and what is right. */
function Options({ question, choice, right }: Answered): ReactNode {
  const t = usePhrases(phrases);
  return (
    <ul className={styles['options']}>
      {question.options.map(({ key, text }, place) => {
        const [isRight, yours] = [right?.includes(key) ?? false, choice.includes(key)];
        const words = [isRight && t('rightAnswer'), yours && t('optionYours')].filter(Boolean).join(' · ');
        return (
          <li key={key} data-right={isRight || undefined} data-missed={(yours && right !== null && !isRight) || undefined}>
            {question.type !== 'trueFalse' && <span className={styles['letter']}>{letterAt(place)}</span>}
            <span className={styles['text']}>{text}</span>
            {words && <span className={styles['words']}>{words}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** What was written, put in order or matched, and what is right. */
function Written({ question, choice, right }: Answered): ReactNode {
  const t = usePhrases(phrases);
  const words = (answer: readonly string[]): string => {
    const named = answer.map((place) => question.options.find(({ key }) => key === place)?.text ?? place);
    if (question.type === 'ordering') return named.join(' → ');
    if (question.type === 'matching') return question.prompts.map(({ text }, index) => `${text} → ${named[index] || '–'}`).join('；');
    return named.map((place) => place || '–').join('；');
  };
  return (
    <dl className={styles['written']}>
      <dt>{t('yourAnswer')}</dt>
      <dd>{choice.length ? words(choice) : '–'}</dd>
      {right && (
        <>
          <dt>{t(question.type === 'shortAnswer' ? 'modelAnswer' : 'rightAnswer')}</dt>
          <dd>{words(right)}</dd>
        </>
      )}
    </dl>
  );
}

/** What was answered and, as far as it may be seen, what is right. */
export function AnswerShown(answered: Answered): ReactNode {
  return byOptions.has(answered.question.type) ? <Options {...answered} /> : <Written {...answered} />;
}
