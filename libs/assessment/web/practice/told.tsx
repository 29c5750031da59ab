import { refreshAll, request } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button } from '@skillhall/ui/pieces';
import type { SelfVerdict } from '@skillhall/ui/gql';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { phrases } from '../phrases.js';
import { devicePractice } from './device-practice.js';
import { judgePracticeMutation } from './documents.js';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';
import { markOfCredit } from './round-marks.js';
import type { Told } from './round-store.js';

const verdicts: readonly SelfVerdict[] = ['good', 'partly', 'missed'];
const verdictWords = { good: 'good', partly: 'halfway', missed: 'bad' } as const;

/** A short answer beside its model answer: nobody but its writer says how good it is. */
function Judge({ practiceId, told }: { readonly practiceId: string; readonly told: Told }): ReactNode {
  const t = usePhrases(practicePhrases);
  const [busy, setBusy] = useState<SelfVerdict>();
  const [failed, setFailed] = useState(false);
  const judge = async (verdict: SelfVerdict) => {
    setBusy(verdict);
    setFailed(false);
    try {
      const { judgePractice: result } = await request(judgePracticeMutation, { input: { practiceId, position: told.position, verdict } });
      if (result.__typename !== 'AnswerPracticeSuccess') return setFailed(true);
      const { store, tell } = await devicePractice();
      await store.settle(practiceId, result.answer);
      tell();
      void refreshAll();
    } catch {
      setFailed(true);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <div className={styles['judge']} role="group" aria-label={t('judgeAsk')}>
      {verdicts.map((verdict) => (
        <Button key={verdict} busy={busy === verdict} aria-pressed={told.judged === verdict} onClick={() => void judge(verdict)}>
          {t(verdictWords[verdict])}
        </Button>
      ))}
      {failed && (
        <Banner tone="bad" live>
          {t('judgeFailed')}
        </Banner>
      )}
    </div>
  );
}

const words = { right: 'right', partly: 'partly', wrong: 'wrongSaid' } as const;
const tones = { right: 'good', partly: 'warn', wrong: 'bad' } as const;

/** What is said once an answer stands: right or wrong, and why. */
export function ToldView({ practiceId, told }: { readonly practiceId: string; readonly told: Told }): ReactNode {
  const t = usePhrases(practicePhrases);
  const p = usePhrases(phrases);
  const box = useRef<HTMLDivElement>(null);
  const mark = markOfCredit(told.credit) as 'right' | 'partly' | 'wrong' | 'open';
  useEffect(() => box.current?.focus({ preventScroll: true }), [told.position]);
  return (
    <div ref={box} tabIndex={-1} className={styles['told']}>
      {mark === 'open' ? (
        <>
          <h2>{t('judgeAsk')}</h2>
          <Judge practiceId={practiceId} told={told} />
        </>
      ) : (
        <Banner tone={told.choice.length === 0 ? 'note' : tones[mark]} live>
          <strong>{t(told.choice.length === 0 ? 'gaveUp' : words[mark])}</strong>
        </Banner>
      )}
      {told.explanation && (
        <p className={styles['why']}>
          <strong>{p('why')}</strong> {told.explanation}
        </p>
      )}
    </div>
  );
}
