import { usePhrases } from '@skillhall/ui/i18n';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Attempt } from '../outbox/attempt-store.js';
import { phrases } from '../phrases.js';
import styles from './question-card.module.css';

export type Question = Attempt['questions'][number];

export const typeWords = {
  single: 'typeSingle',
  multiple: 'typeMultiple',
  trueFalse: 'typeTrueFalse',
  fillIn: 'typeFillIn',
  numeric: 'typeNumeric',
  ordering: 'typeOrdering',
  matching: 'typeMatching',
  shortAnswer: 'typeShortAnswer',
  calculation: 'typeCalculation',
  case: 'typeCase',
} as const;

interface QuestionCardProps {
  readonly question: Question;
  readonly total: number;
  readonly choice: readonly string[];
  readonly onChoose: (choice: readonly string[]) => void;
  readonly disabled: boolean;
}

/** The options in the order of the paper, so that the same choice is always the same answer. */
const toggled = (question: Question, choice: readonly string[], key: string): string[] =>
  question.options.map((option) => option.key).filter((each) => (each === key ? !choice.includes(key) : choice.includes(each)));

/** One question: stem and options as large cards. */
export function QuestionCard({ question, total, choice, onChoose, disabled }: QuestionCardProps): ReactNode {
  const t = usePhrases(phrases);
  const stem = useRef<HTMLLegendElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // Going to another question starts reading there; opening the page does not take the focus.
    if (!first.current) stem.current?.focus({ preventScroll: true });
    first.current = false;
    window.scrollTo(0, 0);
  }, [question.id]);
  const several = question.type === 'multiple';
  return (
    <fieldset className={styles['card']} disabled={disabled}>
      <legend ref={stem} tabIndex={-1} className={styles['stem']}>
        <span className={styles['kind']}>
          <span className="visually-hidden">{t('position', { n: question.position, total })} </span>
          {t(typeWords[question.type])}
        </span>
        <span>
          <span aria-hidden>{question.position}. </span>
          {question.stem}
        </span>
      </legend>
      <div className={styles['options']}>
        {question.options.map(({ key, text }) => (
          <label key={key} className={styles['option']}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={question.id}
              value={key}
              checked={choice.includes(key)}
              onChange={() => onChoose(several ? toggled(question, choice, key) : [key])}
            />
            <span className={styles['letter']} data-several={several || undefined}>
              {key}
            </span>
            <span className={styles['text']}>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
