import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Failed, Skeleton, useTitle } from '@skillhall/ui/page';
import { LinkButton } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { PaperView } from '../components/paper.js';
import { Receipt } from '../components/receipt.js';
import { leavePath, practicePath } from '../paths.js';
import { phrases } from '../phrases.js';
import { useAttempt } from '../use-attempt.js';
import styles from './pages.module.css';

/** An attempt: the paper while it is open, the receipt afterwards. */
export function AttemptPage(): ReactNode {
  const t = usePhrases(phrases);
  const attemptId = useParams()['attemptId']!;
  const [search] = useSearchParams();
  const course = search.get('course');
  const state = useAttempt(attemptId);
  const { snapshot, missing, failure } = state;
  const leaveTo = snapshot?.attempt.mockExamId ? practicePath : leavePath(course);
  useTitle(snapshot?.attempt.title);
  if (snapshot?.attempt.state === 'submitted') return <Receipt attempt={snapshot.attempt} undelivered={state.queued} courseId={course} />;
  if (snapshot) return <PaperView state={state} snapshot={snapshot} leaveTo={leaveTo} />;
  return (
    <main id="content" className={styles['alone']}>
      {missing ? (
        <Empty whole title={t('attemptMissing')} action={<LinkButton to={leaveTo}>{t(course === null ? 'toToday' : 'toCourse')}</LinkButton>}>
          {t('attemptMissingText')}
        </Empty>
      ) : failure ? (
        <Failed whole failure={failure} retry={() => void state.reload()} />
      ) : (
        <Skeleton cards lines={5} />
      )}
    </main>
  );
}
