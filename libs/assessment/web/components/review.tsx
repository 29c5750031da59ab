import { useQuery } from '@skillhall/ui/graphql';
import type { AttemptReviewQuery } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Skeleton } from '@skillhall/ui/page';
import { Card, Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { reviewQuery } from '../documents.js';
import { phrases } from '../phrases.js';
import styles from './review.module.css';

type Item = AttemptReviewQuery['attemptReview'][number];

function ReviewCard({ item }: { readonly item: Item }): ReactNode {
  const t = usePhrases(phrases);
  const { question, choice, correctKeys, correct, explanation } = item;
  return (
    <Card className={styles['card']!}>
      <div className={styles['head']}>
        <h3>
          {question.position}. {question.stem}
        </h3>
        <Tag tone={correct ? 'good' : 'bad'}>{t(correct ? 'right' : choice.length === 0 ? 'noChoice' : 'wrong')}</Tag>
      </div>
      <ul className={styles['options']}>
        {question.options.map(({ key, text }) => {
          const [right, yours] = [correctKeys.includes(key), choice.includes(key)];
          const words = [right && t('optionRight'), yours && t('optionYours')].filter(Boolean).join(' · ');
          return (
            <li key={key} data-right={right || undefined} data-missed={(yours && !right) || undefined}>
              <span className={styles['letter']}>{key}</span>
              <span className={styles['text']}>{text}</span>
              {words && <span className={styles['words']}>{words}</span>}
            </li>
          );
        })}
      </ul>
      {explanation && (
        <p className={styles['why']}>
          <strong>{t('why')}</strong> {explanation}
        </p>
      )}
    </Card>
  );
}

/** Question by question: what was chosen, what is right, and why. */
export function Review({ attemptId }: { readonly attemptId: string }): ReactNode {
  const t = usePhrases(phrases);
  const query = useQuery(reviewQuery, { id: attemptId });
  return (
    <section className={styles['review']} aria-label={t('reviewTitle')}>
      <h2>{t('reviewTitle')}</h2>
      <Loaded query={query} skeleton={<Skeleton cards lines={3} />}>
        {({ attemptReview }) => attemptReview.map((item) => <ReviewCard key={item.question.id} item={item} />)}
      </Loaded>
    </section>
  );
}
