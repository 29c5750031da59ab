import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Bar, Button, Sheet } from '@skillhall/ui/pieces';
import { useCallback, useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Snapshot } from '../outbox/attempt-store.js';
import { phrases } from '../phrases.js';
import type { AttemptState } from '../use-attempt.js';
import { usePaper } from '../use-paper.js';
import { useSubmitAttempt } from '../use-submit-attempt.js';
import { Palette } from './palette.js';
import styles from './paper.module.css';
import { QuestionCard } from './question-card.js';
import { SaveMark } from './save-mark.js';
import { SubmitSheet } from './submit-sheet.js';
import { TimeLeft } from './time-left.js';
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
  const { attempt, offsetMs, flags } = snapshot;
  const { questions } = attempt;
  const paper = usePaper(state);
  const [position, go] = usePosition(questions.length);
  const [sheet, setSheet] = useState<'none' | 'palette' | 'submit'>('none');
  const [submitting, submit] = useSubmitAttempt(attempt.id, state.reload);
  const turn = (step: 1 | -1) => {
    const next = position + step;
    if (next >= 1 && next <= questions.length) go(next);
  };
  const swipe = useTurning(turn);
  const question = questions[position - 1];
  if (!question) return null;
  const flagged = flags.includes(question.id);
  const last = position === questions.length;
  const flag = () => void state.setFlags(flagged ? flags.filter((id) => id !== question.id) : [...flags, question.id]);
  const palette = (onGo: (position: number) => void) => (
    <Palette questions={questions} isAnswered={paper.isAnswered} flags={flags} current={question.id} onGo={onGo} />
  );
  return (
    <div className={styles['paper']}>
      <header className={styles['top']}>
        <div className={styles['line']}>
          <Link to={leaveTo} className={styles['leave']}>
            {t('leave')}
          </Link>
          <h1 className={styles['title']}>{attempt.title}</h1>
          <TimeLeft deadline={attempt.deadline} offsetMs={offsetMs} limited={attempt.limited} onEnd={submit} />
        </div>
        <Bar done={paper.answered} total={questions.length} label={t('answeredOf', { n: paper.answered, total: questions.length })} />
      </header>
      <main id="content" className={styles['main']} {...swipe}>
        {submitting !== 'no' && (
          <Banner tone={submitting === 'waiting' ? 'warn' : 'note'} live>
            {t(submitting === 'waiting' ? 'submitWaits' : 'delivering')}
          </Banner>
        )}
        {paper.waiting > 0 && submitting === 'no' && (
          <Banner tone="warn" live>
            {t(state.durable ? 'waiting' : 'waitingUnsafe', { n: paper.waiting })}
          </Banner>
        )}
        <QuestionCard
          question={question}
          total={questions.length}
          choice={paper.choiceOf(question.id)}
          onChoose={(choice) => void paper.choose(question.id, choice)}
          disabled={submitting !== 'no'}
        />
        <div className={styles['under']}>
          <SaveMark state={paper.stateOf(question.id)} />
          <button type="button" className={styles['flag']} aria-pressed={flagged} onClick={flag}>
            <svg viewBox="0 0 24 24" width="20" height="20" fill={flagged ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="2" strokeLinejoin="round" aria-hidden>
              <path d="M6 21V4h12l-3 4 3 4H6" />
            </svg>
            {t(flagged ? 'flagged' : 'flag')}
          </button>
        </div>
      </main>
      <aside className={styles['side']}>
        <h2>{t('palette')}</h2>
        <p>{t('answeredOf', { n: paper.answered, total: questions.length })}</p>
        {palette(go)}
        <Button onClick={() => setSheet('submit')} disabled={submitting !== 'no'}>
          {t('submit')}
        </Button>
      </aside>
      <footer className={styles['bottom']}>
        <Button onClick={() => turn(-1)} disabled={position === 1}>
          {t('before')}
        </Button>
        <button type="button" className={styles['places']} onClick={() => setSheet('palette')}>
          <span className="visually-hidden">{t('palette')} </span>
          {position} / {questions.length}
        </button>
        {last ? (
          <Button look="main" onClick={() => setSheet('submit')} disabled={submitting !== 'no'}>
            {t('submit')}
          </Button>
        ) : (
          <Button look="main" onClick={() => turn(1)}>
            {t('next')}
          </Button>
        )}
      </footer>
      <Sheet
        open={sheet === 'palette'}
        onClose={() => setSheet('none')}
        title={t('answeredOf', { n: paper.answered, total: questions.length })}
        actions={
          <Button wide onClick={() => setSheet('submit')}>
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
        paper={paper}
        flags={flags}
      />
    </div>
  );
}
