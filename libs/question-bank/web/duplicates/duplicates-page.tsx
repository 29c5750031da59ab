import { useAction, useNotice } from '@skillhall/ui/form';
import type { DuplicateQuestionsQuery, JudgeDuplicateMutation, PairedQuestionFragment } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page } from '@skillhall/ui/page';
import { Choice, Tag } from '@skillhall/ui/pieces';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { questionPhrases } from '../question/phrases.js';
import { shortStem } from '../question/short-stem.js';
import { Standing } from '../question/state-tag.js';
import { useSteps } from '../question/use-steps.js';
import styles from './duplicates.module.css';
import { judgeMutation, pairsQuery } from './documents.js';
import { pairPhrases } from './phrases.js';

type Pair = DuplicateQuestionsQuery['duplicateQuestions']['nodes'][number];
const pageSize = 20;
const pick = (data: JudgeDuplicateMutation) => data.judgeDuplicate;

/** One of the two; what the other does not say is marked. */
function Side({ question, other, onKeep, busy }: { readonly question: PairedQuestionFragment; readonly other: PairedQuestionFragment; readonly onKeep: () => void; readonly busy: boolean }): ReactNode {
  const t = usePhrases(pairPhrases);
  const word = usePhrases(questionPhrases);
  const said = new Set([...other.options, ...other.prompts].map(({ text }) => text));
  return (
    <div className={styles['side']}>
      <p className={styles['head']}>
        <Link to={`/desk/questions?open=${question.id}`}>{question.code}</Link>
        <Standing row={question} />
        <span>{[word(question.type), question.category?.name, question.unit?.name].filter(Boolean).join(' · ')}</span>
      </p>
      <p className={styles['stem']}>{question.stem === other.stem ? shortStem(question.stem) : <mark>{shortStem(question.stem)}</mark>}</p>
      <ol className={styles['options']}>
        {[...question.prompts, ...question.options].map(({ key, text }, at) => (
          <li key={at}>
            {key} {said.has(text) ? text : <mark>{text}</mark>}
          </li>
        ))}
      </ol>
      <Button loading={busy} onClick={onKeep}>
        {t('keep')}
      </Button>
    </div>
  );
}

function PairCard({ pair: { a, b, exact, similarity } }: { readonly pair: Pair }): ReactNode {
  const t = usePhrases(pairPhrases);
  const format = useFormat();
  const notice = useNotice();
  const [step, stepping] = useSteps();
  const [judge, judging] = useAction(judgeMutation, pick);
  const retire = ({ id, latestVersion }: PairedQuestionFragment) => void step([{ id, version: latestVersion }], ['retire']);
  const differ = async () => {
    if (await judge({ aId: a.id, bId: b.id, different: true })) notice.removed(t('judged', { a: a.code, b: b.code }), () => judge({ aId: a.id, bId: b.id, different: false }));
  };
  return (
    <article className={styles['pair']} aria-label={`${a.code} ${b.code}`}>
      <p className={styles['head']}>
        <Tag tone={exact ? 'warn' : undefined}>{exact ? t('same') : t('share', { share: format.share(similarity) })}</Tag>
        <Button type="link" loading={judging} onClick={() => void differ()}>
          {t('different')}
        </Button>
      </p>
      <div className={styles['sides']}>
        <Side question={a} other={b} busy={stepping} onKeep={() => retire(b)} />
        <Side question={b} other={a} busy={stepping} onKeep={() => retire(a)} />
      </div>
    </article>
  );
}

/** Pairs of questions that look alike, the same ones first. */
export function DuplicatesPage(): ReactNode {
  const t = usePhrases(pairPhrases);
  const [search, setSearch] = useSearchParams();
  const show = (['same', 'near'] as const).find((value) => value === search.get('show')) ?? 'all';
  const offset = Math.max(0, Number(search.get('offset')) || 0);
  const query = useQuery(pairsQuery, { exact: show === 'all' ? null : show === 'same', offset, limit: pageSize });
  const to = (values: Readonly<Record<string, string>>) => setSearch(values);
  return (
    <Page title={t('title')} lead={t('lead')} trail={[{ to: '/desk/questions', text: t('bank') }]} help={<p>{t('help')}</p>}>
      <Choice label={t('show')} value={show} onChange={(value) => to(value === 'all' ? {} : { show: value })} options={(['all', 'same', 'near'] as const).map((value) => ({ value, text: t(value) }))} />
      <Loaded query={query}>
        {({ duplicateQuestions: { nodes, totalCount } }) =>
          nodes.length === 0 ? (
            <Empty title={t('empty')}>{t('emptyText')}</Empty>
          ) : (
            <>
              <p role="status">{t('total', { n: totalCount })}</p>
              {nodes.map((pair) => (
                <PairCard key={`${pair.a.id}-${pair.b.id}`} pair={pair} />
              ))}
              {totalCount > pageSize && (
                <p className={styles['head']}>
                  <Button disabled={offset === 0} onClick={() => to({ ...(show !== 'all' && { show }), offset: String(Math.max(0, offset - pageSize)) })}>
                    {t('previous')}
                  </Button>
                  <Button disabled={offset + nodes.length >= totalCount} onClick={() => to({ ...(show !== 'all' && { show }), offset: String(offset + pageSize) })}>
                    {t('next')}
                  </Button>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
