import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button, Card, LinkButton } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { useState, type ReactNode } from 'react';
import type { Attempt, QueuedAnswer } from '../outbox/attempt-store.js';
import { phrases } from '../phrases.js';
import styles from './receipt.module.css';
import { Review } from './review.js';
import { Verdict } from './verdict.js';
import { leavePath, quizPath } from '../paths.js';

interface ReceiptProps {
  readonly attempt: Attempt;
  readonly undelivered: readonly QueuedAnswer[];
  readonly courseId: string | null;
}

/** After handing in: what the server has, with a number to ask by; then the review. */
export function Receipt({ attempt, undelivered, courseId }: ReceiptProps): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const [review, setReview] = useState(false);
  const { receipt, quizId } = attempt;
  return (
    <main id="content" className={styles['page']}>
      <Screen
        over={attempt.title}
        title={t(receipt?.submittedBy === 'server' ? 'submittedByServer' : 'submitted')}
        action={
          <>
            <LinkButton look="main" wide to={leavePath(courseId)}>
              {t(courseId === null ? 'toToday' : 'toCourse')}
            </LinkButton>
            {receipt?.passed === false && quizId !== null && (
              <LinkButton wide to={quizPath(quizId, courseId)}>
                {t('startAgain')}
              </LinkButton>
            )}
            {!review && (
              <Button look="quiet" wide onClick={() => setReview(true)}>
                {t('review')}
              </Button>
            )}
          </>
        }
      >
        {receipt && (
          <Card className={styles['receipt']!}>
            <div className={styles['score']}>
              {receipt.score !== null && receipt.passed !== null && <strong>{t('score', { n: format.decimal(receipt.score, Number.isInteger(receipt.score) ? 0 : 1) })}</strong>}
              <Verdict passed={receipt.passed} />
              <span>{t('passLine', { n: attempt.passMark })}</span>
            </div>
            <p className={styles['soft']}>
              {t('answered', { n: receipt.answered, total: receipt.total })} · {t('submittedAt', { at: format.moment(receipt.submittedAt) })}
            </p>
            <div className={styles['code']}>
              <span>{t('receipt')}</span>
              <code>{receipt.code}</code>
              <span className={styles['soft']}>{t('receiptKeep')}</span>
            </div>
          </Card>
        )}
        {undelivered.length > 0 && <Banner tone="bad">{t('undelivered', { n: undelivered.length })}</Banner>}
        {review && <Review attemptId={attempt.id} />}
      </Screen>
    </main>
  );
}
