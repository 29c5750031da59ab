import { usePhrases } from '@skillhall/ui/i18n';
import { Screen } from '@skillhall/ui/screen';
import type { ReactNode } from 'react';
import { MySittings } from '../components/my-sittings.js';
import { sittingPhrases } from '../sitting-phrases.js';

/** My exams, ahead and past. */
export function MySittingsPage(): ReactNode {
  const t = usePhrases(sittingPhrases);
  return (
    <Screen title={t('mine')} back="/me" help={<p>{t('noneText')}</p>}>
      <MySittings />
    </Screen>
  );
}
