import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { useCallback } from 'react';
import { estimatePhrases } from './estimate/phrases.js';

/** What a ratio means in words: 0.8 → 「少 20%」, 1 → 「不变」; the same function until the language changes. */
export function useChange(): (ratio: number) => string {
  const t = usePhrases(estimatePhrases);
  const format = useFormat();
  return useCallback(
    (ratio) => {
      const share = format.share(Math.abs(ratio - 1));
      return Math.abs(ratio - 1) < 0.005 ? t('unchanged') : ratio < 1 ? t('fewer', { share }) : t('more', { share });
    },
    [t, format],
  );
}
