import { usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';

/** Passed, not passed, or still to be marked by people. */
export function Verdict({ passed }: { readonly passed: boolean | null }): ReactNode {
  const t = usePhrases(phrases);
  if (passed === null) return <Tag>{t('notMarked')}</Tag>;
  return <Tag tone={passed ? 'good' : 'warn'}>{t(passed ? 'passed' : 'notPassed')}</Tag>;
}
