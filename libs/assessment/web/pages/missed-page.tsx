import { maxPageSize } from '@skillhall/kernel';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { Banner, Button } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { useState, type ReactNode } from 'react';
import { ReviewCard } from '../components/review.js';
import { practicePath } from '../paths.js';
import { missedAnswersQuery } from '../practice/documents.js';
import { practicePhrases } from '../practice/phrases.js';
import styles from '../practice/practice.module.css';
import { useStart } from '../practice/use-start.js';

const pageSize = 20;

/** 错题: what was not right the last time, with what is right and why. */
export function MissedPage(): ReactNode {
  const t = usePhrases(practicePhrases);
  const format = useFormat();
  const [shown, setShown] = useState(pageSize);
  const query = useQuery(missedAnswersQuery, { limit: shown });
  const { busy, fault, startRound } = useStart();
  const missed = query.data?.missedAnswers;
  return (
    <Screen
      title={t('missedTitle')}
      lead={t('missedLead')}
      back={practicePath}
      action={
        missed &&
        missed.totalCount > 0 && (
          <Button look="main" wide busy={busy !== null} onClick={() => void startRound({ mode: 'wrong' })}>
            {t('wrong')}
          </Button>
        )
      }
    >
      {fault && (
        <Banner tone="bad" live>
          {fault}
        </Banner>
      )}
      <Loaded query={query} skeleton={<Skeleton cards lines={4} />}>
        {({ missedAnswers }) =>
          !missedAnswers?.totalCount ? (
            <Empty title={t('missedNone')}>{t('missedNoneText')}</Empty>
          ) : (
            <>
              <h2 className={styles['count']}>{t('missedCount', { n: missedAnswers.totalCount })}</h2>
              {missedAnswers.nodes.map(({ review, answeredAt }) => (
                <div key={`${review.question.id} ${answeredAt}`} className={styles['section']}>
                  <ReviewCard item={review} />
                  <p className={styles['soft']}>{t('missedAt', { at: format.moment(answeredAt) })}</p>
                </div>
              ))}
              {missedAnswers.nodes.length < missedAnswers.totalCount && shown < maxPageSize && (
                <Button wide onClick={() => setShown(shown + pageSize)}>
                  {t('more')}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}
