import { usePhrases } from '@skillhall/ui/i18n';
import { Empty } from '@skillhall/ui/page';
import { LinkButton } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';

export function CompetePage(): ReactNode {
  const t = usePhrases(phrases);
  return (
    <Screen title={t('competeTitle')}>
      <Empty title={t('competeEmpty')} action={<LinkButton to="/learn">{t('toLearn')}</LinkButton>}>
        {t('competeText')}
      </Empty>
    </Screen>
  );
}
