import type { QuestionContent } from '@skillhall/question-bank/domain';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { similarQuery } from './documents.js';
import { editorPhrases } from './editor-phrases.js';
import { shortStem } from '../question/short-stem.js';
import styles from './editor.module.css';

const settleMs = 900;
const shortest = 6;

/** The value once it has not changed for a while. */
function useSettled<T>(value: T, key: string): T | undefined {
  const [settled, setSettled] = useState<{ key: string; value: T }>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ key, value }), settleMs);
    return () => clearTimeout(timer);
    // The key says all that the value does.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new object of the same content is no change
  }, [key]);
  return settled?.value;
}

/** What the bank has that is like the question being written. */
export function Similar({ content, exceptId }: { readonly content: QuestionContent; readonly exceptId: string | null }): ReactNode {
  const t = usePhrases(editorPhrases);
  const format = useFormat();
  const words = { type: content.type, stem: content.stem, options: content.options.map(({ key, text }) => ({ key, text })) };
  const settled = useSettled(words, JSON.stringify(words));
  const query = useQuery(similarQuery, settled && settled.stem.trim().length >= shortest ? { words: settled, exceptId } : null);
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
