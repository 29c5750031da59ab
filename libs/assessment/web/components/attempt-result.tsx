import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import type { SittingCardFields } from '../my-sitting.js';
import { phrases } from '../phrases.js';
import { sittingPhrases } from '../sitting-phrases.js';
import { Verdict } from './verdict.js';

type Attempt = SittingCardFields['myAttempts'][number];

/** The result of an attempt as far as it may be seen: its mark, that people mark it still, or when it will be published. */
export function AttemptResult({ receipt, state }: Pick<Attempt, 'receipt' | 'state'>): ReactNode {
  const t = usePhrases(sittingPhrases);
  const p = usePhrases(phrases);
  const format = useFormat();
  if (!receipt) return <Tag tone="warn">{p(state === 'open' ? 'onGoing' : 'notMarked')}</Tag>;
  if (receipt.pending > 0) return <Verdict passed={null} />;
  if (receipt.score === null) return <Tag>{t('waitsResult')}</Tag>;
  return (
    <>
      <strong>{p('score', { n: format.short(receipt.score) })}</strong>
      <Verdict passed={receipt.passed} />
    </>
  );
}
