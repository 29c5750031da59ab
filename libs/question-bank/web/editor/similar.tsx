import type { QuestionContent } from '@skillhall/question-bank/domain';
import { useQuery, useSettled } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { similarQuery } from './documents.js';
import { editorPhrases } from './editor-phrases.js';
import { shortStem } from '../question/short-stem.js';
import styles from './editor.module.css';

const settleMs = 900;
const shortest = 6;

/** What the bank has that is like the question being written. */
export function Similar({ content, exceptId }: { readonly content: QuestionContent; readonly exceptId: string | null }): ReactNode {
  const t = usePhrases(editorPhrases);
  const format = useFormat();
  const words = { type: content.type, stem: content.stem, options: content.options.map(({ key, text }) => ({ key, text })) };
  const settled = useSettled(words, settleMs);
  const query = useQuery(similarQuery, settled.stem.trim().length >= shortest ? { words: settled, exceptId } : null);
  const found = query.data?.similarQuestions ?? [];
  return (
    found.length > 0 && (
      <section className={styles['similar']} aria-label={t('similar')}>
        <h2>{t('similar')}</h2>
        <ul>
          {found.map(({ similarity, question }) => (
            <li key={question.id}>
              <Link to={`/desk/questions?open=${question.id}`} target="_blank" rel="noreferrer">
                {question.code}
              </Link>{' '}
              {shortStem(question.stem)} <span>{format.share(similarity)}</span>
            </li>
          ))}
        </ul>
      </section>
    )
  );
}
