import { shortStem } from '@skillhall/question-bank/answering';
import type { MarkingQueueQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Figure, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { LinkButton, Tag } from '@skillhall/ui/pieces';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { markingQueueQuery } from './documents.js';
import { MarkingProgress, openOf } from './marking-progress.js';
import styles from './marking.module.css';
import { phrases } from './phrases.js';

type Queue = NonNullable<MarkingQueueQuery['markingQueue']>;
type Question = Queue['questionsToMark'][number];

/** Below this the two should talk before they go on. Landis & Koch 1977, Biometrics 33, 159–174: "substantial" from 0.61. */
const goodAgreement = 0.6;

function Agreement({ agreement }: { readonly agreement: Question['agreement'] }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  if (!agreement) return null;
  if (!agreement.answers) return <p className={styles['soft']}>{t('agreementNone')}</p>;
  const { answers: n, exact, meanAbsoluteDifference, weightedKappa, intraclass } = agreement;
  const weak = weightedKappa !== null && weightedKappa < goodAgreement;
  const said = { n, exact: format.share(exact), difference: format.decimal(meanAbsoluteDifference, 2), kappa: format.decimal(weightedKappa, 2), icc: format.decimal(intraclass, 2) };
  return (
    <p className={styles['soft']}>
      {t('agreementText', said)}{' '}
      {weightedKappa !== null && <Tag tone={weak ? 'warn' : 'good'}>{t(weak ? 'weak-agreement' : 'good-agreement')}</Tag>}
    </p>
  );
}

function QuestionRow({ examId, question }: { readonly examId: string; readonly question: Question }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const counts = (['waiting', 'once', 'disputed', 'settled', 'mine'] as const).filter((key) => question[key] > 0);
  return (
    <li className={styles['question']}>
      <div>
        <p className={styles['stem']}>{shortStem(question.stem)}</p>
        <p className={styles['counts']}>
          <span>{t('maxMarks', { n: format.short(question.maxMarks, 2) })}</span>
          {counts.map((key) => (
            <span key={key} data-calls={(key === 'disputed' && question.disputed > 0) || undefined}>
              {t(key)} {format.count(question[key])}
            </span>
          ))}
        </p>
        <Agreement agreement={question.agreement} />
      </div>
      <div className={styles['act']}>
        <MarkingProgress counts={question} />
        {openOf(question) > 0 && (
          <LinkButton to={`/desk/marking/${examId}/answer?question=${question.questionId}`} look="quiet">
            {t('start')}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

function Board({ queue }: { readonly queue: Queue }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const go = useNavigate();
  const { id, title, markers, markingGap, counts, questionsToMark } = queue;
  const keeper = questionsToMark.some(({ agreement }) => agreement !== null);
  return (
    <Page
      title={title}
      trail={[{ to: '/desk/marking', text: t('marking') }]}
      lead={markers === 2 ? t('queueLead', { gap: markingGap }) : t('queueLeadOne')}
      actions={
        openOf(counts) > 0 && (
          <Button type="primary" onClick={() => void go(`/desk/marking/${id}/answer`)}>
            {t('startAll')}
          </Button>
        )
      }
      help={<p>{t('markingHelp')}</p>}
    >
      <div className={styles['figures']}>
        {(['waiting', 'once', 'disputed', 'settled', 'mine'] as const).map((key) => (key === 'waiting' || key === 'settled' || counts[key] > 0 ? <Figure key={key} value={format.count(counts[key])}>{t(key)}</Figure> : null))}
      </div>
      <Section title={t('questions')}>
        {keeper && <p className={styles['soft']}>{t('agreementHelp')}</p>}
        <ul className={styles['questions']}>
          {questionsToMark.map((question) => (
            <QuestionRow key={question.questionId} examId={id} question={question} />
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** One exam: how far the marking has come, question by question. */
export function QueuePage(): ReactNode {
  const t = usePhrases(phrases);
  const { examId = '' } = useParams();
  const query = useQuery(markingQueueQuery, { examId });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} />}>
      {({ markingQueue }) =>
        markingQueue ? (
          <Board queue={markingQueue} />
        ) : (
          <Page title={t('marking')} trail={[{ to: '/desk/marking', text: t('marking') }]}>
            <Empty title={t('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}
