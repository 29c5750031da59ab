import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { examPhrases } from '../exam-phrases.js';
import type { Attempt, QueuedAnswer } from '../outbox/attempt-store.js';
import { phrases } from '../phrases.js';
import { exportAnswers } from '../sealed-export.js';
import styles from './paper-notices.module.css';

interface UndeliveredProps {
  readonly attempt: Attempt;
  readonly entries: readonly QueuedAnswer[];
}

/** Answers that did not arrive before the end: which, why, and a file of them to hand over. */
export function Undelivered({ attempt, entries }: UndeliveredProps): ReactNode {
  const t = usePhrases(phrases);
  const e = usePhrases(examPhrases);
  const position = ({ questionId }: QueuedAnswer): number => attempt.questions.find(({ id }) => id === questionId)?.position ?? 0;
  const listed = [...entries].sort((a, b) => position(a) - position(b));
  return (
    <Banner tone="bad">
      <div className={styles['notice']}>
        <p>{t('undelivered', { n: entries.length })}</p>
        <ul aria-label={e('notArrived')}>
          {listed.map((entry) => (
            <li key={entry.questionId}>
              {e('notArrivedItem', { n: position(entry) })}
              {entry.refused !== undefined && ` · ${entry.refused}`}
            </li>
          ))}
        </ul>
        <Button onClick={() => void exportAnswers(attempt, entries)}>{e('export')}</Button>
        <p>{e('exportText')}</p>
      </div>
    </Banner>
  );
}
