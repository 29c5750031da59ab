import { useAction, useNotice } from '@skillhall/ui/form';
import type { QuestionRowFragment, ReviewQuestionsMutation } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { Button, Input, Pagination } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { reviewMutation } from '../change-documents.js';
import { historyQuery, questionQuery } from '../documents.js';
import { ChangeList, useChanges } from '../question/changes.js';
import { questionPhrases } from '../question/phrases.js';
import { shortStem } from '../question/short-stem.js';
import { QuestionView } from '../question/question-drawer.js';
import { toReviewQuery } from './documents.js';
import { reviewPhrases } from './phrases.js';
import styles from './review.module.css';

const perPage = 100;
const pick = (data: ReviewQuestionsMutation) => data.reviewQuestions;

/** What the version that waits says differently from the one in use. */
function Against({ id, version }: { readonly id: string; readonly version: number }): ReactNode {
  const t = usePhrases(reviewPhrases);
  const query = useQuery(historyQuery, { id });
  const changesOf = useChanges();
  const { currentVersion = 0, versions = [] } = query.data?.questionForAuthor ?? {};
  const [before, after] = [currentVersion, version].map((number) => versions.find((each) => each.version === number));
  if (!query.data) return null;
  if (!before || !after) return <p className={styles['quiet']}>{t('isNew')}</p>;
  const changes = changesOf(before, after);
  return <Section title={t('changes', { n: currentVersion })}>{changes.length ? <ChangeList changes={changes} /> : <p>{t('same')}</p>}</Section>;
}

function Verdict({ row, onDone }: { readonly row: QuestionRowFragment; readonly onDone: () => void }): ReactNode {
  const t = usePhrases(reviewPhrases);
  const notice = useNotice();
  const id = useId();
  const [comment, setComment] = useState('');
  const [review, running] = useAction(reviewMutation, pick);
  const say = async (verdict: 'approve' | 'reject', publish: boolean) => {
    const done = await review({ selection: { targets: [{ id: row.id, version: row.version }] }, verdict, comment: comment.trim() || null, publish });
    if (!done) return;
    const [refused] = done.refused;
    if (refused) return void notice.warn(refused.error.message);
    notice.done(t(verdict === 'reject' ? 'rejected' : publish ? 'published' : 'approved', { code: row.code }));
    onDone();
  };
  return (
    <div className={styles['verdict']}>
      <label htmlFor={id}>{t('comment')}</label>
      <Input.TextArea id={id} value={comment} autoSize={{ minRows: 2, maxRows: 8 }} aria-describedby={`${id}-hint`} onChange={(event) => setComment(event.target.value)} />
      <p id={`${id}-hint`} className={styles['quiet']}>
        {t('commentHint')}
      </p>
      <div className={styles['buttons']}>
        <Button type="primary" loading={running} onClick={() => void say('approve', true)}>
          {t('approveAndPublish')}
        </Button>
        <Button loading={running} onClick={() => void say('approve', false)}>
          {t('approve')}
        </Button>
        <Button danger loading={running} disabled={comment.trim() === ''} onClick={() => void say('reject', false)}>
          {t('reject')}
        </Button>
      </div>
    </div>
  );
}

function Waiting({ row, onDone }: { readonly row: QuestionRowFragment; readonly onDone: () => void }): ReactNode {
  const query = useQuery(questionQuery, { id: row.id, version: row.version });
  const found = query.data?.questionForAuthor?.id === row.id ? query.data : undefined;
  return (
    <article className={styles['open']} aria-label={row.code}>
      <Loaded query={{ ...query, data: found }} skeleton={<Skeleton lines={8} />}>
        {({ questionForAuthor }) => questionForAuthor && <QuestionView question={questionForAuthor} />}
      </Loaded>
      <Against id={row.id} version={row.version} />
      <Verdict row={row} onDone={onDone} />
    </article>
  );
}

/** Questions that wait for a second person: the list at the side, one of them open, the next after each verdict. */
export function ReviewPage(): ReactNode {
  const t = usePhrases(reviewPhrases);
  const word = usePhrases(questionPhrases);
  const [search, setSearch] = useSearchParams();
  const [page, setPage] = useState(1);
  const query = useQuery(toReviewQuery, { own: false, offset: (page - 1) * perPage, limit: perPage });
  const own = useQuery(toReviewQuery, { own: true, limit: 1 });
  // The last page ends when all of it was reviewed.
  const last = Math.max(1, Math.ceil((query.data?.questionsToReview.totalCount ?? page * perPage) / perPage));
  if (page > last) setPage(last);
  const open = (id: string | undefined) => setSearch(id === undefined ? {} : { open: id }, { replace: true });
  const mine = own.data?.questionsToReview.totalCount ?? 0;
  const lead = mine > 0 ? `${t('lead')} ${t('own', { n: mine })}` : t('lead');
  return (
    <Page title={t('title')} lead={lead} trail={[{ to: '/desk/questions', text: t('bank') }]} help={<p>{t('help')}</p>}>
      <Loaded query={query}>
        {({ questionsToReview: { nodes, totalCount } }) => {
          const chosen = nodes.find(({ id }) => id === search.get('open')) ?? nodes[0];
          if (!chosen) return <Empty title={t('empty')}>{t('emptyText')}</Empty>;
          return (
            <div className={styles['beside']}>
              <nav aria-label={t('title')}>
                <p className={styles['quiet']} role="status">
                  {t('waiting', { n: totalCount })}
                </p>
                <ul className={styles['list']}>
                  {nodes.map((row) => (
                    <li key={row.id}>
                      <button type="button" aria-current={row.id === chosen.id || undefined} onClick={() => open(row.id)}>
                        <span className={styles['quiet']}>
                          {row.code} · {word(row.type)}
                        </span>
                        <span className={styles['clamp']}>{shortStem(row.stem)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
                <Pagination current={page} pageSize={perPage} total={totalCount} size="small" simple hideOnSinglePage showSizeChanger={false} onChange={setPage} />
              </nav>
              <Waiting key={`${chosen.id}-${chosen.version}`} row={chosen} onDone={() => open(undefined)} />
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
