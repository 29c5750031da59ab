import { usePhrases } from '@skillhall/ui/i18n';
import { Button, Sheet } from '@skillhall/ui/pieces';
import { useCallback, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Snapshot } from '../outbox/attempt-store.js';
import { isTakenOver } from '../outbox/taken-over.js';
import { phrases } from '../phrases.js';
import { useProctoring } from '../proctoring/use-proctoring.js';
import type { AttemptState } from '../use-attempt.js';
import { usePaper } from '../use-paper.js';
import { useSubmitAttempt } from '../use-submit-attempt.js';
import { Palette } from './palette.js';
import { FlagButton, PaperBottom, PaperTop } from './paper-frame.js';
import { FullScreenAsked, Sending, TakenOver } from './paper-notices.js';
import styles from './paper.module.css';
import { QuestionCard } from './question-card.js';
import { SaveMark } from './save-mark.js';
import { SubmitSheet } from './submit-sheet.js';
import { useTurning } from './use-turning.js';

/** The question of the address, so that reload and back keep the place. */
function usePosition(total: number): readonly [number, (position: number) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('q')) || 1;
  const go = useCallback(
    (position: number) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          after.set('q', String(position));
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  return [Math.min(total, Math.max(1, Math.trunc(asked))), go];
}

interface PaperProps {
  readonly state: AttemptState;
  readonly snapshot: Snapshot;
  readonly leaveTo: string;
}

/** The paper being answered: one question at a time, nothing else on the screen. */
export function PaperView({ state, snapshot, leaveTo }: PaperProps): ReactNode {
  const t = usePhrases(phrases);
  const { attempt, flags } = snapshot;
  const { questions, sections, sittingId } = attempt;
  const paper = usePaper(state);
  const { settle } = paper;
  const [position, turnTo] = usePosition(questions.length);
  const [sheet, setSheet] = useState<'none' | 'palette' | 'submit'>('none');
  const [submitting, submit] = useSubmitAttempt(attempt.id, settle, state.reload);
  const takenOver = isTakenOver(attempt);
  useProctoring(attempt.id, takenOver ? null : attempt.sitting && attempt.sitting.proctoring);
  const go = (to: number) => {
    void settle();
    turnTo(to);
  };
  const turn = (step: 1 | -1) => {
    const next = position + step;
    if (next >= 1 && next <= questions.length) go(next);
  };
  const swipe = useTurning(turn);
  const question = questions[position - 1];
  if (!question) return null;
  const locked = submitting !== 'no' || takenOver;
  const flagged = flags.includes(question.id);
  const flag = () => void state.setFlags(flagged ? flags.filter((id) => id !== question.id) : [...flags, question.id]);
  const palette = (onGo: (position: number) => void) => (
    <Palette questions={questions} sections={sections} isAnswered={paper.isAnswered} flags={flags} current={question.id} onGo={onGo} />
  );
  const answeredOf = t('answeredOf', { n: paper.answered, total: questions.length });
  const handIn = () => setSheet('submit');
  return (
    <div className={styles['paper']}>
      <PaperTop snapshot={snapshot} answered={paper.answered} leaveTo={leaveTo} onEnd={() => !takenOver && submit()} />
      <main id="content" className={styles['main']} {...swipe}>
        {takenOver && sittingId !== null ? (
          <TakenOver sittingId={sittingId} waiting={paper.waiting} onResumed={state.resume} />
        ) : (
          <Sending snapshot={snapshot} queued={state.queued} durable={state.durable} submitting={submitting} />
        )}
        {attempt.sitting?.proctoring.fullScreen && !takenOver && <FullScreenAsked />}
        <QuestionCard
          question={question}
          section={question.section === null ? undefined : sections[question.section]}
          total={questions.length}
          choice={paper.choiceOf(question.id)}
          onChoose={(choice) => paper.choose(question.id, choice)}
          onSettle={() => void settle()}
          disabled={locked}
        />
        <div className={styles['under']}>
          <SaveMark state={paper.stateOf(question.id)} />
          <FlagButton flagged={flagged} onFlag={flag} />
        </div>
      </main>
      <aside className={styles['side']}>
        <h2>{t('palette')}</h2>
        <p>{answeredOf}</p>
        {palette(go)}
        <Button onClick={handIn} disabled={locked}>
          {t('submit')}
        </Button>
      </aside>
      <PaperBottom position={position} total={questions.length} onTurn={turn} onPalette={() => setSheet('palette')} onSubmit={handIn} locked={locked} />
      <Sheet
        open={sheet === 'palette'}
        onClose={() => setSheet('none')}
        title={answeredOf}
        actions={
          <Button wide onClick={handIn} disabled={locked}>
            {t('submit')}
          </Button>
        }
      >
        {palette((to) => {
          setSheet('none');
          go(to);
        })}
      </Sheet>
      <SubmitSheet
        open={sheet === 'submit'}
        onClose={() => setSheet('none')}
        onSubmit={() => {
          setSheet('none');
          submit();
        }}
        onGo={go}
        questions={questions}
        sections={sections}
        paper={paper}
        flags={flags}
      />
    </div>
  );
}
