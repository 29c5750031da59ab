import { Media, Stem, type QuestionInputProps } from '@skillhall/question-bank/answering';
import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { examPhrases } from '../exam-phrases.js';
import styles from './case-text.module.css';
import { type Question, valuesOf } from './question-card.js';

interface CaseTextProps {
  readonly question: Pick<Question, 'case' | 'values'>;
  readonly addressOf?: QuestionInputProps['addressOf'];
}

/** What a case tells, folded away above one of its questions; nothing where the question stands alone. */
export function CaseText({ question, addressOf }: CaseTextProps): ReactNode {
  const t = usePhrases(examPhrases);
  if (!question.case) return null;
  return (
    <details className={styles['folded']}>
      <summary>{t('case')}</summary>
      <Stem stem={question.case.stem} values={valuesOf(question)} />
      <Media media={question.case.media} addressOf={addressOf} />
    </details>
  );
}
