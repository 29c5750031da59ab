import { Media, Stem } from '@skillhall/question-bank/answering';
import type { ReviewedQuestionFragment as Item } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Skeleton } from '@skillhall/ui/page';
import { Card, Tag } from '@skillhall/ui/pieces';
import { Fragment, type ReactNode } from 'react';
import { reviewQuery } from '../documents.js';
import { examPhrases } from '../exam-phrases.js';
import { phrases } from '../phrases.js';
import { bySection } from '../sections.js';
import { AnswerShown } from './answer-shown.js';
import { askedMedia } from './asked-media.js';
import { CaseText } from './case-text.js';
import { valuesOf } from './question-card.js';
import styles from './review.module.css';
import { SectionMarks } from './section-marks.js';

/** Right, wrong, partly right, blank, or not to be seen yet. */
function Outcome({ item }: { readonly item: Item }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { correct, marks, maxMarks, choice } = item;
  if (choice.length === 0) return <Tag tone="bad">{t('noChoice')}</Tag>;
  if (correct === null || marks === null) return null;
  const some = marks > 0 && marks < maxMarks;
  return <Tag tone={correct ? 'good' : some ? 'warn' : 'bad'}>{some ? t('partMarks', { n: format.decimal(marks), of: format.decimal(maxMarks) }) : t(correct ? 'right' : 'wrong')}</Tag>;
}

/** One question with what was answered and what is right. */
export function ReviewCard({ item }: { readonly item: Item }): ReactNode {
  const t = usePhrases(phrases);
  const { question, explanation } = item;
  return (
    <Card className={styles['card']!}>
      <div className={styles['head']}>
        <h3>{question.position}.</h3>
        <div className={styles['stem']}>
          <Stem stem={question.stem} values={valuesOf(question)} />
        </div>
        <Outcome item={item} />
      </div>
      <Media media={question.media} addressOf={askedMedia(question.id)} />
      <CaseText question={question} addressOf={askedMedia(question.id)} />
      <AnswerShown {...item} />
      {explanation && (
        <p className={styles['why']}>
          <strong>{t('why')}</strong> {explanation}
        </p>
      )}
    </Card>
  );
}

/** Question by question: what was chosen and, as far as it may be seen, what is right and why. */
export function Review({ attemptId, sections }: { readonly attemptId: string; readonly sections: readonly string[] }): ReactNode {
  const t = usePhrases(phrases);
  const e = usePhrases(examPhrases);
  const query = useQuery(reviewQuery, { id: attemptId });
  return (
    <section className={styles['review']} aria-label={t('reviewTitle')}>
      <h2>{t('reviewTitle')}</h2>
      <Loaded query={query} skeleton={<Skeleton cards lines={3} />}>
        {({ attemptReview }) =>
          attemptReview.length === 0 ? (
            <p>{e('nothingToSee')}</p>
          ) : (
            <>
              <SectionMarks sections={sections} items={attemptReview} />
              {bySection(sections, attemptReview.map((item) => ({ ...item, section: item.question.section }))).map(({ title, questions }) => (
                <Fragment key={questions[0]!.question.id}>
                  {title && <h3 className={styles['section']}>{title}</h3>}
                  {questions.map((item) => (
                    <ReviewCard key={item.question.id} item={item} />
                  ))}
                </Fragment>
              ))}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
