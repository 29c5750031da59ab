import { shortStem } from '@skillhall/question-bank/answering';
import type { ItemAnalysisQuery } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { phrases } from './phrases.js';
import styles from './items.module.css';

export type Item = NonNullable<ItemAnalysisQuery['itemAnalysis']>['items'][number];

/** Of a question that few were asked every figure is a hint at most: it is not held against the question. */
export const isJudged = ({ flags }: Item): boolean => flags.every(({ reason }) => reason !== 'too-few-attempts');
export const isWeak = (item: Item): boolean => item.flags.length > 0 && isJudged(item);

/** How often each option was chosen: of all as a bar, of the best and the weakest in words. */
function Options({ options }: { readonly options: NonNullable<Item['options']> }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  return (
    <ul className={styles['options']}>
      {options.map(({ option, text, key, share, upperShare, lowerShare }) => {
        const groups = { upper: format.share(upperShare), lower: format.share(lowerShare) };
        return (
          <li key={option} data-key={key || undefined}>
            <span>
              <strong>{option}</strong> {text} {key && <Tag tone="good">{t('answer')}</Tag>}
            </span>
            <span className={styles['bar']} role="img" aria-label={t('optionLabel', { option, share: format.share(share), ...groups })}>
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <span className={styles['share']}>{format.share(share)}</span>
            <span className={styles['soft']}>{upperShare != null && t('groups', groups)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** One question: its figures, why it deserves a look, how often each option was chosen. */
export function ItemCard({ examId, item }: { readonly examId: string; readonly item: Item }): ReactNode {
  const corrects = useMay()('question.review');
  const t = usePhrases(phrases);
  const format = useFormat();
  const { versionId, questionId, code, stem, attempts, facility, discriminationIndex, discriminativeEfficiency, options, omitted, flags } = item;
  return (
    <li className={styles['item']} data-weak={isWeak(item) || undefined}>
      <p className={styles['head']}>
        <Link to={`/desk/questions?open=${questionId}`}>{code}</Link>
        <span>
          {t('facility')} <strong>{format.share(facility)}</strong>
        </span>
        <span>
          {t('discrimination')} <strong>{format.decimal(discriminationIndex, 0)}</strong>
        </span>
        <span>
          {t('efficiency')} {format.decimal(discriminativeEfficiency, 0)}
        </span>
        <span className={styles['soft']}>{t('attempts', { n: format.count(attempts) })}</span>
        {corrects && <Link to={`/desk/regrade/${examId}/${versionId}`}>{t('regrade')}</Link>}
        {omitted != null && omitted > 0 && <span className={styles['soft']}>{t('omitted', { n: format.count(omitted) })}</span>}
      </p>
      <p className={styles['stem']}>{shortStem(stem)}</p>
      {flags.length > 0 && (
        <ul className={styles['flags']}>
          {flags.map(({ reason, sentence }, index) => (
            <li key={`${reason}-${index}`}>{sentence}</li>
          ))}
        </ul>
      )}
      {options && <Options options={options} />}
    </li>
  );
}
