import { letterAt, Stem } from '@skillhall/question-bank/answering';
import type { AttemptReviewQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Skeleton } from '@skillhall/ui/page';
import { Card, Tag } from '@skillhall/ui/pieces';
import { Fragment, type ReactNode } from 'react';
import { reviewQuery } from '../documents.js';
import { examPhrases } from '../exam-phrases.js';
import { phrases } from '../phrases.js';
import { bySection } from '../sections.js';
import { valuesOf } from './question-card.js';
import styles from './review.module.css';
import { SectionMarks } from './section-marks.js';

type Item = AttemptReviewQuery['attemptReview'][number];

const byOptions = new Set<string>(['single', 'multiple', 'trueFalse']);

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

/** Options with what was chosen and what is right. */
function Options({ item }: { readonly item: Item }): ReactNode {
  const t = usePhrases(phrases);
  const { question, choice, right } = item;
  return (
    <ul className={styles['options']}>
      {question.options.map(({ key, text }, place) => {
        const [isRight, yours] = [right?.includes(key) ?? false, choice.includes(key)];
        const words = [isRight && t('optionRight'), yours && t('optionYours')].filter(Boolean).join(' · ');
        return (
          <li key={key} data-right={isRight || undefined} data-missed={(yours && right !== null && !isRight) || undefined}>
            {question.type !== 'trueFalse' && <span className={styles['letter']}>{letterAt(place)}</span>}
            <span className={styles['text']}>{text}</span>
            {words && <span className={styles['words']}>{words}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** What was written, put in order or matched, and what is right. */
function Written({ item }: { readonly item: Item }): ReactNode {
  const t = usePhrases(phrases);
  const { question, choice, right } = item;
  const words = (answer: readonly string[]): string => {
    const named = answer.map((place) => question.options.find(({ key }) => key === place)?.text ?? place);
    if (question.type === 'ordering') return named.join(' → ');
    if (question.type === 'matching') return question.prompts.map(({ text }, index) => `${text} → ${named[index] || '–'}`).join('；');
    return named.map((place) => place || '–').join('；');
  };
  return (
    <dl className={styles['written']}>
      <dt>{t('optionYours')}</dt>
      <dd>{choice.length ? words(choice) : '–'}</dd>
      {right && (
        <>
          <dt>{t('optionRight')}</dt>
          <dd>{words(right)}</dd>
        </>
      )}
    </dl>
  );
}

function ReviewCard({ item }: { readonly item: Item }): ReactNode {
  const t = usePhrases(phrases);
  const e = usePhrases(examPhrases);
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
      {question.case && (
        <details className={styles['case']}>
          <summary>{e('case')}</summary>
          <Stem stem={question.case.stem} values={valuesOf(question)} />
        </details>
      )}
      {byOptions.has(question.type) ? <Options item={item} /> : <Written item={item} />}
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
