import { Media, QuestionInput, Stem } from '@skillhall/question-bank/answering';
import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button } from '@skillhall/ui/pieces';
import { useEffect, useRef, type ReactNode } from 'react';
import { AnswerShown } from '../components/answer-shown.js';
import { askedMedia } from '../components/asked-media.js';
import { CaseText } from '../components/case-text.js';
import { type Question, typeWords, valuesOf } from '../components/question-card.js';
import card from '../components/question-card.module.css';
import { phrases } from '../phrases.js';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';
import { markAt } from './round-marks.js';
import type { KeptRound, Told } from './round-store.js';
import { ToldView } from './told.js';

interface QuestionProps {
  readonly kept: KeptRound;
  readonly question: Question;
  readonly durable: boolean;
  readonly choice: readonly string[];
  readonly onChoose: (choice: readonly string[]) => void;
  readonly onGiveUp: () => void;
  /** The tap could not be kept on this device. */
  readonly failed: boolean;
}

function Lead({ question, total }: { readonly question: Question; readonly total: number }): ReactNode {
  const t = usePhrases(phrases);
  return (
    <p className={card['kind']}>
      <span className="visually-hidden">{t('position', { n: question.position, total })} </span>
      <span aria-hidden>{question.position}. </span>
      {t(typeWords[question.type])}
    </p>
  );
}

/** An answered question with what is right in it. */
function Answered({ kept, question, told }: { readonly kept: KeptRound; readonly question: Question; readonly told: Told }): ReactNode {
  return (
    <>
      <CaseText question={question} addressOf={askedMedia(question.id)} />
      <div className={styles['stem']}>
        <Lead question={question} total={kept.round.total} />
        <Stem stem={question.stem} values={valuesOf(question)} />
      </div>
      <Media media={question.media} addressOf={askedMedia(question.id)} />
      <AnswerShown question={question} choice={told.choice} right={told.right} />
      <ToldView practiceId={kept.id} told={told} />
    </>
  );
}

/** One question of a round: to be answered, on its way to the server, or told. */
export function RoundQuestion({ kept, question, durable, choice, onChoose, onGiveUp, failed }: QuestionProps): ReactNode {
  const t = usePhrases(practicePhrases);
  const stem = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // Going to another question starts reading there; opening the page does not take the focus.
    if (!first.current) stem.current?.focus({ preventScroll: true });
    first.current = false;
    window.scrollTo(0, 0);
  }, [question.id]);
  const told = kept.round.answers.find(({ position }) => position === question.position);
  if (told) return <Answered kept={kept} question={question} told={told} />;
  const waiting = kept.waiting.find(({ position }) => position === question.position);
  const mark = markAt(kept, question.position);
  return (
    <>
      <QuestionInput
        key={question.id}
        face={question}
        caseFace={question.case ?? undefined}
        values={valuesOf(question)}
        addressOf={askedMedia(question.id)}
        choice={waiting?.choice ?? choice}
        onChange={onChoose}
        disabled={waiting !== undefined}
        stemRef={stem}
        lead={<Lead question={question} total={kept.round.total} />}
      />
      {failed && (
        <Banner tone="bad" live>
          {t('keepFailed')}
        </Banner>
      )}
      {mark === 'waiting' && (
        <Banner tone="note" live>
          {t(durable ? 'waits' : 'waitsUnsafe')}
        </Banner>
      )}
      {waiting?.refused !== undefined && (
        <Banner tone="warn" live>
          <strong>{t('refused')}</strong> {waiting.refused}
        </Banner>
      )}
      {mark === 'blank' && (
        <Button look="quiet" onClick={onGiveUp}>
          {t('giveUp')}
        </Button>
      )}
    </>
  );
}
