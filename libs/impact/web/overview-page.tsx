import { useUnit } from '@skillhall/ui/desk';
import { usePhrases } from '@skillhall/ui/i18n';
import { Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { HallMonths } from './halls/hall-months.js';
import { Overview } from './overview.js';
import { phrases } from './phrases.js';

const monthsShown = 36;

export function OverviewPage(): ReactNode {
  const t = usePhrases(phrases);
  const go = useNavigate();
  const may = useMay();
  const { unit } = useUnit();
  return (
    <Page
      title={t('title')}
      lead={t('lead', { unit: unit.name })}
      actions={
        <>
          {may('complaint.read') && <Button onClick={() => void go('/desk/complaints')}>{t('seeComplaints')}</Button>}
          <Button onClick={() => void go('/desk/studies')}>{t('seeEstimates')}</Button>
        </>
      }
      help={
        <>
          <p>{t('helpRate')}</p>
          <p>{t('helpChance')}</p>
          <p>{t('helpCoverage')}</p>
        </>
      }
    >
      <Overview shown={monthsShown}>{(months) => unit.type !== 'hall' && unit.type !== 'department' && <HallMonths months={months.slice(-12).map(({ month }) => month)} />}</Overview>
    </Page>
  );
}
