import { Stem } from '@skillhall/question-bank/answering';
import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button, Card, LinkButton, Rows } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { valuesOf } from '../components/question-card.js';
import { practicePath, roundPath } from '../paths.js';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';
import { markAt, marksOf } from './round-marks.js';
import { storedSize } from './round-size.js';
import type { KeptRound } from './round-store.js';
import { useStart } from './use-start.js';

/** How a round went, and what to look at once more. */
export function Summary({ kept }: { readonly kept: KeptRound }): ReactNode {
  const t = usePhrases(practicePhrases);
  const { busy, fault, startRound } = useStart();
  const { round } = kept;
  const marks = marksOf(kept);
  const count = (...wanted: string[]): number => marks.filter(({ mark }) => wanted.includes(mark)).length;
  const [open, waits] = [count('open'), count('waiting')];
  const look = round.questions.filter(({ position }) => ['wrong', 'partly', 'refused'].includes(markAt(kept, position)));
  const again = () => void startRound({ mode: round.mode, size: Number(storedSize()), ...(round.chapterId && { chapterId: round.chapterId }) });
  return (
    <Screen
      over={round.chapterName ?? t(round.mode)}
      title={t(marks.length < round.total ? 'summaryEarly' : 'summary')}
      action={
        <>
          {fault && (
            <Banner tone="bad" live>
              {fault}
            </Banner>
          )}
          <Button look="main" wide busy={busy !== null} onClick={again}>
            {t('again')}
          </Button>
          <LinkButton look="quiet" wide to={practicePath}>
            {t('toPractice')}
          </LinkButton>
        </>
      }
    >
      <Card className={styles['score']!}>
        <p className={styles['big']}>{t('score', { n: count('right'), total: count('right', 'partly', 'wrong') })}</p>
        {open > 0 && <p>{t('scoreOpen', { count: open })}</p>}
        {waits > 0 && <p>{t('scoreWaits', { n: waits })}</p>}
      </Card>
      {look.length > 0 && (
        <section className={styles['section']}>
          <h2>{t('toLook')}</h2>
          <Rows>
            {look.map((question) => (
              <li key={question.id}>
                <Link to={`${roundPath(kept.id)}?q=${question.position}`} className={styles['look']}>
                  <span aria-hidden>{question.position}.</span>
                  <span className={styles['short']}>
                    <Stem stem={question.stem} values={valuesOf(question)} />
                  </span>
                </Link>
              </li>
            ))}
          </Rows>
        </section>
      )}
    </Screen>
  );
}
