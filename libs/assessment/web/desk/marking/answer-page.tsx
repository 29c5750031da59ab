import { bankMedia, Media, Stem } from '@skillhall/question-bank/answering';
import { useAction, useNotice } from '@skillhall/ui/form';
import type { ClaimAnswerMutation, MarkAnswerMutation, ReleaseAnswerMutation } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { common, useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page, Section, Skeleton } from '@skillhall/ui/page';
import { LinkButton } from '@skillhall/ui/pieces';
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { CaseText } from '../../components/case-text.js';
import { valuesOf } from '../../components/question-card.js';
import { claimAnswerMutation, markAnswerMutation, markingQueueQuery, releaseAnswerMutation } from './documents.js';
import { MarkForm } from './mark-form.js';
import { MarkingProgress, openOf } from './marking-progress.js';
import styles from './marking.module.css';
import { phrases } from './phrases.js';
import type { Given } from './rubric.js';

type Claimed = Extract<ClaimAnswerMutation['claimAnswer'], { __typename: 'ClaimAnswerSuccess' }>['answer'];

const pickClaim = (data: ClaimAnswerMutation) => data.claimAnswer;
const pickMark = (data: MarkAnswerMutation) => data.markAnswer;
const pickRelease = (data: ReleaseAnswerMutation) => data.releaseAnswer;
/** A rubric without lines is marked as a whole, under this name. */
const whole = 'whole';

function Question({ claimed }: { readonly claimed: Claimed }): ReactNode {
  const t = usePhrases(phrases);
  const written = claimed.answer.filter((text) => text.trim());
  return (
    <div className={styles['reading']}>
      <CaseText question={claimed} addressOf={bankMedia} />
      <div className={styles['asked']}>
        <Stem stem={claimed.stem} values={valuesOf(claimed)} />
        <Media media={claimed.media} addressOf={bankMedia} />
      </div>
      <Section title={t('answer')}>
        {written.length ? (
          <blockquote className={styles['answer']}>
            {written.map((text, index) => (
              <p key={index}>{text}</p>
            ))}
          </blockquote>
        ) : (
          <p className={styles['soft']}>{t('noAnswer')}</p>
        )}
      </Section>
      <Section title={t('modelAnswer')}>{claimed.modelAnswer ? <p className={styles['model']}>{claimed.modelAnswer}</p> : <p className={styles['soft']}>{t('noModelAnswer')}</p>}</Section>
      {claimed.earlier.length > 0 && (
        <Section title={t('earlier')}>
          <p>{t('earlierText')}</p>
          <ul className={styles['earlier']}>
            {claimed.earlier.map(({ marks, comment }, index) => (
              <li key={index}>
                <strong>{t('earlierMark', { n: marks })}</strong> {comment}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

/** Takes answers one after another. Where the next one could not be asked for, the present one stays with what was given. */
function useAnswers(examId: string, questionId: string | null) {
  const [claim] = useAction(claimAnswerMutation, pickClaim);
  const [answer, setAnswer] = useState<Claimed | null>();
  const [lost, setLost] = useState(false);
  const next = useCallback(async () => {
    const taken = await claim({ examId, questionId });
    setLost(!taken);
    if (taken) setAnswer(taken.__typename === 'ClaimAnswerSuccess' ? taken.answer : null);
  }, [claim, examId, questionId]);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void next();
  }, [next]);
  return { answer, next, lost };
}

/** One answer at a time: to the left what was asked and answered, to the right the rubric. */
export function AnswerPage(): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const format = useFormat();
  const notice = useNotice();
  const { examId = '' } = useParams();
  const [search] = useSearchParams();
  const queue = useQuery(markingQueueQuery, { examId }).data?.markingQueue;
  const { answer, next, lost } = useAnswers(examId, search.get('question'));
  const [mark, marking] = useAction(markAnswerMutation, pickMark);
  const [release] = useAction(releaseAnswerMutation, pickRelease);
  const back = `/desk/marking/${examId}`;
  const trail = [
    { to: '/desk/marking', text: t('marking') },
    { to: back, text: queue?.title ?? t('exam') },
  ];
  const save = async (given: Given, comment: string) => {
    const lined = answer!.criteria.length > 0;
    const saved = await mark({ input: { id: answer!.id, share: lined ? null : given[whole]!, criteria: lined ? Object.entries(given).map(([id, share]) => ({ id, share })) : [], comment: comment.trim() || null } });
    if (saved) notice.done(t(saved.state === 'disputed' ? 'saved-disputed' : 'saved'));
    // What was refused belongs to somebody else by now; what did not get through is still this person's, and comes again.
    await next();
  };
  const putBack = async () => {
    if (await release({ id: answer!.id })) notice.done(t('released'));
  };
  if (queue === null)
    return (
      <Page title={t('marking')} trail={[trail[0]!]}>
        <Empty title={t('gone')} />
      </Page>
    );
  const counts = queue?.counts;
  const lead = counts && t('doneHere', { n: counts.mine, left: openOf(counts) });
  return (
    <Page title={t('marking')} trail={trail} lead={lead}>
      {counts && <MarkingProgress counts={counts} />}
      {answer === undefined && (lost ? <p><Button onClick={() => void next()}>{tc('retry')}</Button></p> : <Skeleton lines={8} />)}
      {answer === null && (
        <Empty title={t('allDone')} action={<LinkButton to={back}>{t('back')}</LinkButton>}>
          {t('allDoneText')}
        </Empty>
      )}
      {answer && (
        <div className={styles['beside']}>
          <Question claimed={answer} />
          <div>
            <MarkForm key={answer.id} lines={answer.criteria.length ? answer.criteria : [{ id: whole, text: t('whole'), marks: answer.maxMarks }]} maxMarks={answer.maxMarks} saving={marking} onSave={save} />
            <p className={styles['counts']}>
              <span>{t('keptUntil', { time: format.time(answer.until) })}</span>
              <LinkButton to={back} look="quiet" onClick={() => void putBack()}>
                {t('release')}
              </LinkButton>
            </p>
          </div>
        </div>
      )}
    </Page>
  );
}
