import { refreshAll, request } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button, Sheet } from '@skillhall/ui/pieces';
import { useViewer } from '@skillhall/ui/session';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import paper from '../components/paper.module.css';
import receipt from '../components/receipt.module.css';
import { useTurning } from '../components/use-turning.js';
import { devicePractice } from './device-practice.js';
import { endPracticeMutation } from './documents.js';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';
import { marksOf, turnable } from './round-marks.js';
import { RoundQuestion } from './round-question.js';
import type { KeptRound } from './round-store.js';
import { RoundTop } from './round-top.js';
import { Summary } from './summary.js';
import { useDrafts } from './use-drafts.js';
import type { RoundState } from './use-round.js';
import { Why } from './why.js';

/** The place of the address, so that reload and back keep it; else the first question that is not answered. */
function usePlace(kept: KeptRound): readonly [number | 'done', (place: number | 'done') => void] {
  const [search, setSearch] = useSearchParams();
  const questions = turnable(kept);
  const asked = search.get('q');
  const there = questions.find(({ position }) => String(position) === asked);
  const blank = marksOf(kept).find(({ mark }) => mark === 'blank');
  const go = (place: number | 'done') => setSearch({ q: String(place) }, { replace: true, preventScrollReset: true });
  if (asked === 'done' || !questions.length) return ['done', go];
  return [there?.position ?? (kept.round.endedAt === null ? blank?.position : undefined) ?? 'done', go];
}

interface FinishProps {
  readonly open: boolean;
  readonly left: number;
  readonly onClose: () => void;
  readonly onFinish: () => void;
}

function FinishSheet({ open, left, onClose, onFinish }: FinishProps): ReactNode {
  const t = usePhrases(practicePhrases);
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('finishTitle')}
      actions={
        <>
          <Button look="main" wide onClick={onFinish}>
            {t('finishNow')}
          </Button>
          <Button look="quiet" wide onClick={onClose}>
            {t('goOn')}
          </Button>
        </>
      }
    >
      <p>{t('finishText', { n: left })}</p>
    </Sheet>
  );
}

interface RoundProps {
  readonly state: RoundState;
  readonly kept: KeptRound;
}

/** A round being answered: one question at a time, told at once; at the end how it went. */
export function RoundView({ state, kept }: RoundProps): ReactNode {
  const t = usePhrases(practicePhrases);
  const { accountId } = useViewer();
  const { round } = kept;
  const drafts = useDrafts(accountId, kept.id);
  const [place, go] = usePlace(kept);
  const [finishing, setFinishing] = useState(false);
  const [failed, setFailed] = useState<'keep' | 'finish'>();
  const questions = turnable(kept);
  const at = questions.findIndex(({ position }) => position === place);
  const question = questions[at];
  const marks = marksOf(kept);
  const mark = marks[at]?.mark;
  const left = marks.filter((each) => each.mark === 'blank').length;
  const turn = (step: 1 | -1) => {
    setFailed(undefined);
    const next = questions[at + step];
    if (next) go(next.position);
    else if (step === 1 && mark !== 'blank') go(marks.find((each) => each.mark === 'blank')?.position ?? 'done');
  };
  const swipe = useTurning((step) => question && turn(step));
  const answer = async (choice: readonly string[]) => {
    setFailed(undefined);
    // From now on the question is answered: without a place in the address the next one would take its place.
    go(question!.position);
    try {
      await state.answer(question!.position, choice);
      drafts.forget(question!.id);
    } catch {
      setFailed('keep');
    }
  };
  const finish = async () => {
    setFinishing(false);
    try {
      // Of a round that is ended the server takes no answer any more: what waits here goes first.
      if (!(await (await devicePractice()).flush())) return setFailed('finish');
      const { endPractice: result } = await request(endPracticeMutation, { id: kept.id });
      if (result.__typename !== 'PracticeRoundSuccess') return setFailed('finish');
      await state.reload();
      void refreshAll();
      go('done');
    } catch {
      setFailed('finish');
    }
  };
  if (!question) return (
    <main id="content" className={receipt['page']}>
      <Summary kept={kept} />
    </main>
  );
  const choice = drafts.choiceOf(question.id);
  const withheld = round.endedAt === null ? round.total - round.questions.length : 0;
  return (
    <div className={styles['round']}>
      <RoundTop kept={kept} current={question.position} onFinish={round.endedAt === null ? () => setFinishing(true) : null} />
      <main id="content" className={paper['main']} {...swipe}>
        {at === 0 && <Why reasons={round.reasons} />}
        {withheld > 0 && at === 0 && <Banner tone="note">{t('withheld', { n: withheld })}</Banner>}
        {failed === 'finish' && (
          <Banner tone="bad" live>
            {t('finishFailed')}
          </Banner>
        )}
        <RoundQuestion
          kept={kept}
          question={question}
          durable={state.durable}
          choice={choice}
          onChoose={(next) => drafts.choose(question, next)}
          onGiveUp={() => void answer([])}
          failed={failed === 'keep'}
        />
      </main>
      <footer className={`${paper['bottom']} ${styles['bottom']}`}>
        <Button onClick={() => turn(-1)} disabled={at === 0}>
          {t('before')}
        </Button>
        <span className={styles['where']} aria-hidden>
          {t('placeShort', { n: at + 1, total: questions.length })}
        </span>
        {mark === 'blank' ? (
          <Button look="main" onClick={() => void answer(choice)} disabled={choice.length === 0}>
            {t('check')}
          </Button>
        ) : (
          <Button look="main" onClick={() => turn(1)}>
            {t(at === questions.length - 1 && left === 0 ? 'done' : 'next')}
          </Button>
        )}
      </footer>
      <FinishSheet open={finishing} left={left} onClose={() => setFinishing(false)} onFinish={() => void finish()} />
    </div>
  );
}
