import { say } from '@skillhall/kernel';
import { questionImportErrors, readingErrors, type Judged, type Judgement } from '@skillhall/question-bank/domain';
import { useFormat, useLocale, usePhrases } from '@skillhall/ui/i18n';
import { Choice, Tag } from '@skillhall/ui/pieces';
import { Pagination } from 'antd';
import { memo, useState, type ReactNode } from 'react';
import { Preview } from '../question/preview.js';
import { questionPhrases } from '../question/phrases.js';
import styles from './import.module.css';
import { importPhrases } from './phrases.js';
import { isOut, saidOf } from './reading.js';

const perPage = 20;
const sentenceOf = { ...questionImportErrors, ...readingErrors };

interface ReadCardProps {
  readonly at: number;
  readonly judged: Judged;
  readonly out: boolean;
  readonly onLine?: ((line: number) => void) | undefined;
  readonly onEdit?: ((at: number) => void) | undefined;
}

/** One question as it will stand, with what is to be said of it. */
const ReadCard = memo(function ReadCard({ at, judged, out, onLine, onEdit }: ReadCardProps): ReactNode {
  const t = usePhrases(importPhrases);
  const word = usePhrases(questionPhrases);
  const locale = useLocale();
  const { question, content } = judged;
  const said = saidOf(judged, locale);
  const place = t('placeOf', { n: at + 1, line: question.line });
  return (
    <article className={styles['card']} aria-label={place} data-out={out || undefined}>
      <header>
        {onLine ? (
          <button type="button" className={styles['quiet']} onClick={() => onLine(question.line)}>
            {place}
          </button>
        ) : (
          <span className={styles['soft']}>{place}</span>
        )}
        {question.number !== null && <span className={styles['soft']}>{question.number}</span>}
        {out && <Tag tone="bad">{t('staysOut')}</Tag>}
        {onEdit && (
          <button type="button" className={`${styles['quiet']} ${styles['edit']}`} onClick={() => onEdit(at)}>
            {t('edit')}
          </button>
        )}
      </header>
      {said.length > 0 && (
        <ul className={styles['said']}>
          {said.map(({ line, text, bad }, index) => (
            <li key={index} data-bad={bad || undefined}>
              {onLine && line !== question.line ? (
                <button type="button" className={styles['quiet']} onClick={() => onLine(line)}>
                  {t('atLine', { n: line })}
                </button>
              ) : null}
              {text}
            </li>
          ))}
        </ul>
      )}
      {content.ok ? <Preview content={content.value} look="withKey" /> : <p className={styles['raw']}>{`${word(question.type)} · ${question.stem}`}</p>}
      {question.media.length > 0 && <p className={styles['soft']}>{t('pictures', { names: question.media.map(({ name }) => name).join('、') })}</p>}
    </article>
  );
});

interface ReadListProps {
  readonly judgement: Judgement;
  readonly takeDoubtful: boolean;
  readonly onLine?: (line: number) => void;
  readonly onEdit?: (at: number) => void;
}

/** All that was read, or only what needs a look, page by page. */
export function ReadList({ judgement: { judged, others }, takeDoubtful, onLine, onEdit }: ReadListProps): ReactNode {
  const t = usePhrases(importPhrases);
  const format = useFormat();
  const locale = useLocale();
  const [look, setLook] = useState<'all' | 'toLookAt'>('all');
  const [page, setPage] = useState(1);
  const all = judged.map((each, at) => ({ each, at }));
  const wanted = look === 'all' ? all : all.filter(({ each }) => !each.content.ok || each.odd.length > 0);
  const last = Math.max(1, Math.ceil(wanted.length / perPage));
  const current = Math.min(page, last);
  const toLookAt = judged.filter(({ content, odd }) => !content.ok || odd.length > 0).length;
  return (
    <section className={styles['list']} aria-label={t('read')}>
      <Choice
        label={t('show')}
        value={look}
        onChange={(next) => {
          setLook(next);
          setPage(1);
        }}
        options={[
          { value: 'all', text: t('allOf', { n: format.count(judged.length) }) },
          { value: 'toLookAt', text: t('toLookAtOf', { n: format.count(toLookAt) }) },
        ]}
      />
      {others.length > 0 && (
        <ul className={styles['said']} aria-label={t('notRead')}>
          {others.slice(0, 50).map(({ line, code, values }, at) => (
            <li key={at} data-bad>
              <button type="button" className={styles['quiet']} disabled={!onLine} onClick={() => onLine?.(line)}>
                {t('atLine', { n: line })}
              </button>
              {say(sentenceOf[code], locale, values)}
            </li>
          ))}
        </ul>
      )}
      {wanted.length === 0 && <p className={styles['soft']}>{t(judged.length === 0 ? 'nothingRead' : 'nothingToLookAt')}</p>}
      {wanted.slice((current - 1) * perPage, current * perPage).map(({ each, at }) => (
        <ReadCard key={`${at}-${each.question.line}`} at={at} judged={each} out={isOut(each, takeDoubtful)} onLine={onLine} onEdit={onEdit} />
      ))}
      <Pagination current={current} pageSize={perPage} total={wanted.length} hideOnSinglePage showSizeChanger={false} onChange={setPage} />
    </section>
  );
}
