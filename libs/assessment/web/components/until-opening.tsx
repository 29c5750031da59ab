import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { clockText } from '../attempt-clock.js';
import { sittingPhrases } from '../sitting-phrases.js';

const hourMs = 3_600_000;

/** The time to an opening: days and hours while it is far, the clock on the last day. */
export function UntilOpening({ leftMs }: { readonly leftMs: number }): ReactNode {
  const t = usePhrases(sittingPhrases);
  const hours = Math.floor(leftMs / hourMs);
  return <strong role="timer">{hours < 24 ? clockText(leftMs) : t('daysHours', { days: Math.floor(hours / 24), hours: hours % 24 })}</strong>;
}
