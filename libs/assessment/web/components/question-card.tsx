import { QuestionInput } from '@skillhall/question-bank/answering';
import { usePhrases } from '@skillhall/ui/i18n';
import { useEffect, useRef, type ReactNode } from 'react';
import { examPhrases } from '../exam-phrases.js';
import type { Attempt } from '../outbox/attempt-store.js';
import { phrases } from '../phrases.js';
import { askedMedia } from './asked-media.js';
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

export const valuesOf = ({ values }: Pick<Question, 'values'>): Record<string, number> => Object.fromEntries(values.map(({ name, value }) => [name, value]));

interface QuestionCardProps {
  readonly question: Question;
  /** The heading it stands under, where the paper has any. */
  readonly section: string | undefined;
  readonly total: number;
  readonly choice: readonly string[];
  readonly onChoose: (choice: readonly string[]) => void;
  /** The field was left: what is written there is kept now. */
  readonly onSettle: () => void;
  readonly disabled: boolean;
}

/** One question of the paper and what is answered to it. */
export function QuestionCard({ question, section, total, choice, onChoose, onSettle, disabled }: QuestionCardProps): ReactNode {
  const t = usePhrases(phrases);
  const e = usePhrases(examPhrases);
  const stem = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // Going to another question starts reading there; opening the page does not take the focus.
    if (!first.current) stem.current?.focus({ preventScroll: true });
    first.current = false;
    window.scrollTo(0, 0);
  }, [question.id]);
  return (
    <div data-answer onBlur={onSettle}>
      {section && <h2 className={styles['section']}>{section}</h2>}
      <QuestionInput
        key={question.id}
        face={question}
        caseFace={question.case ?? undefined}
        values={valuesOf(question)}
        addressOf={askedMedia(question.id)}
        choice={choice}
        onChange={onChoose}
        disabled={disabled}
        stemRef={stem}
        lead={
          <p className={styles['kind']}>
            <span className="visually-hidden">{t('position', { n: question.position, total })} </span>
            <span aria-hidden>{question.position}. </span>
            {t(typeWords[question.type])} · {e('marks', { n: question.marks })}
          </p>
        }
      />
    </div>
  );
}
