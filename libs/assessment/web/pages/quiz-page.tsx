import { useQuery } from '@skillhall/ui/graphql';
import type { QuizQuery } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { Banner, Button, Card, LinkButton, Rows } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Verdict } from '../components/verdict.js';
import { quizQuery } from '../documents.js';
import { phrases } from '../phrases.js';
import { attemptPath, leavePath } from '../paths.js';
import { useStartAttempt } from '../use-start-attempt.js';
import styles from './pages.module.css';

type Quiz = NonNullable<QuizQuery['quiz']>;

function Former({ quiz, courseId }: { readonly quiz: Quiz; readonly courseId: string | null }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const done = quiz.myAttempts.filter(({ receipt }) => receipt !== null);
  if (done.length === 0) return null;
  return (
    <section className={styles['former']}>
      <h2>{t('former')}</h2>
      <Rows>
        {done.map(({ id, receipt }) => (
          <li key={id}>
            <Link to={attemptPath(id, courseId)} className={styles['attempt']}>
              <span>{format.moment(receipt!.submittedAt)}</span>
              {receipt!.score !== null && receipt!.passed !== null && <strong>{t('score', { n: format.decimal(receipt!.score, Number.isInteger(receipt!.score) ? 0 : 1) })}</strong>}
              <Verdict passed={receipt!.passed} />
            </Link>
          </li>
        ))}
      </Rows>
    </section>
  );
}

function Intro({ quiz, courseId }: { readonly quiz: Quiz; readonly courseId: string | null }): ReactNode {
  const t = usePhrases(phrases);
  const { start, busy, fault } = useStartAttempt(quiz.id, courseId);
  const open = quiz.myAttempts.find(({ state }) => state === 'open');
  const facts = [
    t('questions', { n: quiz.questionCount }),
    quiz.timeLimitMinutes === null ? t('noLimit') : t('timeLimit', { n: quiz.timeLimitMinutes }),
    t('passAt', { n: quiz.passMark }),
  ];
  return (
    <Screen
      over={t('quiz')}
      title={quiz.title}
      lead={facts.join(' · ')}
      back={leavePath(courseId)}
      action={
        <>
          {fault && (
            <Banner tone="bad" live>
              {fault}
            </Banner>
          )}
          <Button look="main" wide busy={busy} onClick={() => void start()}>
            {t(open ? 'goOn' : quiz.myAttempts.length > 0 ? 'startAgain' : 'start')}
          </Button>
        </>
      }
    >
      <Card className={styles['rules']!}>
        <h2>{t('howItWorks')}</h2>
        <ul>
          <li>{t('ruleSaved')}</li>
          <li>{t('ruleTime')}</li>
          <li>{t('ruleFlag')}</li>
        </ul>
      </Card>
      <Former quiz={quiz} courseId={courseId} />
    </Screen>
  );
}

/** Before a quiz: what it is, how it works, what was done before. */
export function QuizPage(): ReactNode {
  const t = usePhrases(phrases);
  const quizId = useParams()['quizId']!;
  const [search] = useSearchParams();
  const query = useQuery(quizQuery, { id: quizId });
  return (
    <Loaded whole query={query} skeleton={<Skeleton cards lines={3} />}>
      {({ quiz }) =>
        quiz ? (
          <Intro quiz={quiz} courseId={search.get('course')} />
        ) : (
          <Empty whole title={t('quizMissing')} action={<LinkButton to="/learn">{t('toCourse')}</LinkButton>}>
            {t('quizMissingText')}
          </Empty>
        )
      }
    </Loaded>
  );
}
