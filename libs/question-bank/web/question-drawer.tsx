import type { QuestionDetailQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { Choice, Tag } from '@skillhall/ui/pieces';
import { DetailDrawer, Facts } from '@skillhall/ui/table';
import { TrackName } from '@skillhall/ui/track';
import { useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import { questionQuery } from './question-documents.js';
import styles from './questions.module.css';

type QuestionOf = NonNullable<QuestionDetailQuery['questionForAuthor']>;

function Paper({ question, keyShown }: { readonly question: QuestionOf; readonly keyShown: boolean }): ReactNode {
  const t = usePhrases(phrases);
  const right = new Set(keyShown && question.key.__typename === 'KeyForAuthor' ? question.key.correct : []);
  return (
    <div className={styles['paper']}>
      <p className={styles['type']}>{t(question.type)}</p>
      <p className={styles['stem']}>{question.stem}</p>
      <ol className={styles['options']}>
        {question.options.map(({ key, text }) => (
          <li key={key} className={styles['option']} data-right={right.has(key) || undefined}>
            <span className={styles['letter']} aria-hidden={question.type === 'trueFalse'}>
              {question.type === 'trueFalse' ? (key === 'T' ? '✓' : '✗') : key}
            </span>
            <span>{text}</span>
            {right.has(key) && <Tag tone="good">{t('right')}</Tag>}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Detail({ question }: { readonly question: QuestionOf }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const [look, setLook] = useState<'asExaminee' | 'withKey'>('asExaminee');
  return (
    <div className={styles['detail']}>
      <Choice label={t('look')} value={look} onChange={setLook} options={(['asExaminee', 'withKey'] as const).map((value) => ({ value, text: t(value) }))} />
      <Paper question={question} keyShown={look === 'withKey'} />
      {look === 'withKey' && (
        <Section title={t('explanation')}>
          <p className={styles['explanation']}>{question.key.__typename === 'KeyForAuthor' ? (question.key.explanation ?? t('noExplanation')) : question.key.message}</p>
        </Section>
      )}
      <Facts
        facts={[
          { name: t('track'), value: <TrackName track={question.track} /> },
          { name: t('competency'), value: question.competency && `${question.competency.code} ${question.competency.name}` },
          { name: t('difficulty'), value: t('difficultyOf', { n: question.difficulty }) },
          ...(question.clause ? [{ name: t('clause'), value: question.clause }] : []),
          { name: t('version'), value: t('versionOf', { n: question.version }) },
          { name: t('updated'), value: format.date(question.updatedAt) },
        ]}
      />
    </div>
  );
}

/** One question beside the list: first as an examinee sees it, then with its key. */
export function QuestionDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }): ReactNode {
  const t = usePhrases(phrases);
  const query = useQuery(questionQuery, id === undefined ? null : { id });
  const question = query.data?.questionForAuthor;
  const current = question === null || question?.id === id ? query.data : undefined;
  return (
    <DetailDrawer open={id !== undefined} onClose={onClose} title={current?.questionForAuthor?.code ?? t('title')}>
      <Loaded query={{ ...query, data: current }} skeleton={<Skeleton lines={8} />}>
        {(data) => (data.questionForAuthor ? <Detail key={data.questionForAuthor.id} question={data.questionForAuthor} /> : <Empty title={t('gone')} />)}
      </Loaded>
    </DetailDrawer>
  );
}
