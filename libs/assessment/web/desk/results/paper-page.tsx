import { Media, Stem } from '@skillhall/question-bank/answering';
import type { PaperEvidenceQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { CaseText } from '../../components/case-text.js';
import { valuesOf } from '../../components/question-card.js';
import { paperEvidenceQuery } from './documents.js';
import { choiceTexts } from './choice-texts.js';
import { phrases } from './phrases.js';
import styles from './results.module.css';

type Evidence = NonNullable<PaperEvidenceQuery['paperEvidence']>;
type Answer = Evidence['answers'][number];

function OneAnswer({ answer }: { readonly answer: Answer }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { question, choice, marks, given } = answer;
  const plain = (value: number): string => format.short(value, 2);
  const texts = choiceTexts(question, choice);
  return (
    <li className={styles['answer']}>
      <div>
        <CaseText question={question} />
        <p className={styles['soft']}>{t('place', { n: question.position })}</p>
        <Stem stem={question.stem} values={valuesOf(question)} />
        <Media media={question.media} />
        {texts.length ? (
          <ul className={styles['choice']}>
            {texts.map((text, index) => (
              <li key={index}>{text}</li>
            ))}
          </ul>
        ) : (
          <p className={styles['soft']}>{t('noAnswer')}</p>
        )}
        {given.map(({ round, marks: n, comment }) => (
          <p key={round} className={styles['soft']}>
            {t('given', { round, n: plain(n) })} {comment}
          </p>
        ))}
      </div>
      <p className={styles['marks']}>{marks === null ? t('notMarked') : t('marksOf', { n: plain(marks), max: plain(question.marks) })}</p>
    </li>
  );
}

function Around({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  return (
    <>
      <Section title={t('events')}>
        <p className={styles['soft']}>{evidence.events.length ? t('eventsNote') : t('noEvents')}</p>
        <ol className={styles['log']}>
          {evidence.events.map(({ kind, at, seconds }, index) => (
            <li key={index}>
              <time dateTime={at}>{format.time(at)}</time> {t(`event-${kind as 'begun'}`)} {seconds != null && <span className={styles['soft']}>{t('seconds', { n: seconds })}</span>}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('incidents')}>
        {!evidence.incidents.length && <p className={styles['soft']}>{t('noIncidents')}</p>}
        <ol className={styles['log']}>
          {evidence.incidents.map(({ id, kind, minutes, note, at, accountName }) => (
            <li key={id}>
              <time dateTime={at}>{format.time(at)}</time> {[t(`did-${kind as 'note'}`), minutes && t('plus', { n: minutes }), note].filter(Boolean).join(' · ')} <span className={styles['soft']}>{accountName}</span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function Paper({ evidence }: { readonly evidence: Evidence }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { personName: name, staffNumber, unitName, examTitle, sittingTitle, startedAt, submittedAt, submittedBy, receiptCode, grades } = evidence;
  return (
    <Page title={t('paperTitle', { name })} trail={[{ to: '/desk/results', text: t('results') }]} lead={[staffNumber, unitName, examTitle, sittingTitle].join(' · ')}>
      <p>
        {format.moment(startedAt)} – {format.moment(submittedAt)} · {t(`by-${submittedBy as 'examinee'}`)} · {t('receipt')} <code>{receiptCode}</code>
      </p>
      <Section title={t('grades')}>
        <ol className={styles['log']}>
          {grades.map(({ version, cause, at, score, passed, reason }) => (
            <li key={version}>
              <time dateTime={at}>{format.moment(at)}</time> {t(`cause-${cause as 'first'}`)} <strong>{format.decimal(score)}</strong> {t(passed == null ? 'pending' : passed ? 'passed' : 'failed')} <span className={styles['soft']}>{reason}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('answers')}>
        <ol className={styles['answers']}>
          {evidence.answers.map((answer) => (
            <OneAnswer key={answer.question.id} answer={answer} />
          ))}
        </ol>
      </Section>
      <Around evidence={evidence} />
    </Page>
  );
}

/** Somebody's paper as evidence for who answers for its result. */
export function PaperPage(): ReactNode {
  const t = usePhrases(phrases);
  const { attemptId = '' } = useParams();
  const query = useQuery(paperEvidenceQuery, { attemptId });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} />}>
      {({ paperEvidence }) =>
        paperEvidence ? (
          <Paper evidence={paperEvidence} />
        ) : (
          <Page title={t('results')} trail={[{ to: '/desk/results', text: t('results') }]}>
            <Empty title={t('paperGone')}>{t('paperGoneText')}</Empty>
          </Page>
        )
      }
    </Loaded>
  );
}
