import { QuestionInput } from '@skillhall/question-bank/answering';
import type { QuestionDetailQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { Banner } from '@skillhall/ui/pieces';
import { DetailDrawer, Facts } from '@skillhall/ui/table';
import { TrackName } from '@skillhall/ui/track';
import { useState, type ReactNode } from 'react';
import { contentOf } from '../content.js';
import { questionQuery } from '../documents.js';
import { detailPhrases } from './detail-phrases.js';
import { History } from './history.js';
import { questionPhrases } from './phrases.js';
import { Preview, type Look } from './preview.js';
import { QuestionActions } from './question-actions.js';
import styles from './detail.module.css';
import { Standing } from './state-tag.js';

export type WholeQuestion = NonNullable<QuestionDetailQuery['questionForAuthor']>;

/** A question with its key where that may be seen, else the face with the reason. */
export function QuestionView({ question }: { readonly question: WholeQuestion }): ReactNode {
  const [look, setLook] = useState<Look>('asExaminee');
  const content = contentOf(question);
  if (content) return <Preview content={content} look={look} onLook={setLook} />;
  const withheld = [question, ...question.parts].find(({ key }) => key.__typename !== 'KeyForAuthor')?.key;
  return (
    <>
      <Banner tone="note">{withheld && 'message' in withheld && withheld.message}</Banner>
      <QuestionInput face={question} choice={[]} onChange={() => {}} disabled />
    </>
  );
}

function Detail({ question }: { readonly question: WholeQuestion }): ReactNode {
  const t = usePhrases(detailPhrases);
  const word = usePhrases(questionPhrases);
  const format = useFormat();
  const { competency, usage, currentVersion, latestVersion } = question;
  return (
    <div className={styles['detail']}>
      <div className={styles['actions']}>
        <QuestionActions row={question} />
      </div>
      <QuestionView question={question} />
      <Facts
        facts={[
          { name: t('state'), value: <Standing row={question} /> },
          { name: t('category'), value: question.category?.name ?? t('noCategory') },
          { name: t('track'), value: <TrackName track={question.track} /> },
          { name: t('competency'), value: competency && `${competency.code} ${competency.name}` },
          { name: t('difficulty'), value: t('difficultyOf', { n: question.difficulty }) },
          ...(question.clause ? [{ name: t('clause'), value: question.clause }] : []),
          { name: t('use'), value: word(question.use) },
          { name: t('used'), value: usage.lastDay ? t('usedTimes', { times: usage.times, day: format.date(usage.lastDay) }) : t('neverUsed') },
          { name: t('version'), value: t(currentVersion > 0 && latestVersion > currentVersion ? 'versionAndNewer' : 'versionOf', { n: question.version, latest: latestVersion }) },
          { name: t('written'), value: format.date(question.writtenAt) },
          { name: t('unit'), value: question.unit?.name },
        ]}
      />
      <Section title={t('history')}>
        <History id={question.id} />
      </Section>
    </div>
  );
}

/** One question beside the list: first as an examinee sees it, then with its key. */
export function QuestionDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }): ReactNode {
  const t = usePhrases(detailPhrases);
  const query = useQuery(questionQuery, id === undefined ? null : { id });
  const question = query.data?.questionForAuthor;
  const current = question === null || question?.id === id ? query.data : undefined;
  return (
    <DetailDrawer open={id !== undefined} onClose={onClose} title={current?.questionForAuthor?.code ?? t('title')} width={640}>
      <Loaded query={{ ...query, data: current }} skeleton={<Skeleton lines={8} />}>
        {(data) => (data.questionForAuthor ? <Detail key={data.questionForAuthor.id} question={data.questionForAuthor} /> : <Empty title={t('gone')} />)}
      </Loaded>
    </DetailDrawer>
  );
}
