import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Button, Card, LinkButton } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { useEffect, useState, type ReactNode } from 'react';
import { examPhrases } from '../exam-phrases.js';
import { leaveFullScreen } from '../full-screen.js';
import type { Attempt, QueuedAnswer } from '../outbox/attempt-store.js';
import { leavePath, practicePath, quizPath, sittingPath } from '../paths.js';
import { phrases } from '../phrases.js';
import styles from './receipt.module.css';
import { Review } from './review.js';
import { Undelivered } from './undelivered.js';
import { Verdict } from './verdict.js';

type Filled = NonNullable<Attempt['receipt']>;

/** Of a mock nobody marks short answers: what a machine can mark stands beside what it was worth in all. */
function MockResult({ receipt, passMark }: { readonly receipt: Filled; readonly passMark: number }): ReactNode {
  const t = usePhrases(phrases);
  const e = usePhrases(examPhrases);
  const format = useFormat();
  const { score, marks, maxMarks, pending, passed } = receipt;
  return (
    <>
      <div className={styles['score']}>
        <strong>{pending > 0 ? e('sectionMarks', { n: format.short(marks), of: format.short(maxMarks) }) : t('score', { n: format.short(score) })}</strong>
        {pending === 0 && <Verdict passed={passed} />}
        <span>{t('passLine', { n: passMark })}</span>
      </div>
      {pending > 0 && <p>{e('mockPending', { n: pending })}</p>}
    </>
  );
}

/** The mark where it may be seen; else when it can be, or who has still to say. */
function Result({ receipt, passMark }: { readonly receipt: Filled; readonly passMark: number }): ReactNode {
  const t = usePhrases(phrases);
  const e = usePhrases(examPhrases);
  const format = useFormat();
  const { score, pending, passed } = receipt;
  if (pending > 0)
    return (
      <>
        <div className={styles['score']}>
          <Verdict passed={null} />
          <span>{t('passLine', { n: passMark })}</span>
        </div>
        <p>{e('pending', { n: pending })}</p>
      </>
    );
  if (score === null)
    return (
      <div>
        <p className={styles['later']}>{e('resultLater')}</p>
        <p className={styles['soft']}>{e('resultLaterText')}</p>
      </div>
    );
  return (
    <div className={styles['score']}>
      <strong>{t('score', { n: format.short(score) })}</strong>
      <Verdict passed={passed} />
      <span>{t('passLine', { n: passMark })}</span>
    </div>
  );
}

function ReceiptCard({ receipt, passMark, mock }: { readonly receipt: Filled; readonly passMark: number; readonly mock: boolean }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const Shown = mock ? MockResult : Result;
  return (
    <Card className={styles['receipt']!}>
      <Shown receipt={receipt} passMark={passMark} />
      <p className={styles['soft']}>
        {t('answered', { n: receipt.answered, total: receipt.total })} · {t('submittedAt', { at: format.moment(receipt.submittedAt) })}
      </p>
      <div className={styles['code']}>
        <span>{t('receipt')}</span>
        <code>{receipt.code}</code>
        <span className={styles['soft']}>{t('receiptKeep')}</span>
      </div>
    </Card>
  );
}

/** Who handed it in, in the title of the page. */
function useTitleOf(receipt: Attempt['receipt']): string {
  const t = usePhrases(phrases);
  const e = usePhrases(examPhrases);
  if (receipt?.submittedBy === 'server') return t('submittedByServer');
  if (receipt?.submittedBy === 'invigilator') return e('byInvigilator');
  return receipt?.submittedBy === 'clerk' ? e('byClerk') : t('submitted');
}

interface ReceiptProps {
  readonly attempt: Attempt;
  readonly undelivered: readonly QueuedAnswer[];
  readonly courseId: string | null;
}

/** After handing in: what the server has, with a number to ask by; then the review. */
export function Receipt({ attempt, undelivered, courseId }: ReceiptProps): ReactNode {
  const t = usePhrases(phrases);
  const e = usePhrases(examPhrases);
  const [review, setReview] = useState(false);
  const { receipt, quizId, sittingId } = attempt;
  const mock = Boolean(attempt.mockExamId);
  useEffect(leaveFullScreen, []);
  return (
    <main id="content" className={styles['page']}>
      <Screen
        over={mock ? `${e('mock')} · ${attempt.title}` : attempt.title}
        title={useTitleOf(receipt)}
        action={
          <>
            <LinkButton look="main" wide to={mock ? practicePath : leavePath(courseId)}>
              {mock ? e('toPractice') : t(courseId === null ? 'toToday' : 'toCourse')}
            </LinkButton>
            {receipt?.passed === false && quizId !== null && (
              <LinkButton wide to={quizPath(quizId, courseId)}>
                {t('startAgain')}
              </LinkButton>
            )}
            {sittingId !== null && !review && (
              <LinkButton look="quiet" wide to={sittingPath(sittingId)}>
                {e('toLobby')}
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
        {receipt && <ReceiptCard receipt={receipt} passMark={attempt.passMark} mock={mock} />}
        {undelivered.length > 0 && <Undelivered attempt={attempt} entries={undelivered} />}
        {review && <Review attemptId={attempt.id} sections={attempt.sections} />}
      </Screen>
    </main>
  );
}
