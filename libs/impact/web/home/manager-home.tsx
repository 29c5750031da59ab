import { usePhrases } from '@skillhall/ui/i18n';
import { useMay } from '@skillhall/ui/session';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Alerts } from '../alerts/alerts.js';
import styles from '../impact.module.css';
import { Overview } from '../overview.js';
import { phrases } from '../phrases.js';
import { Decisions } from './decisions.js';
import { UnderTest } from './under-test.js';

const monthsShown = 24;

/** What a manager sees first: the month in a sentence, the rate of two years, how many were trained. */
export function ManagerHome(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  return (
    <div className={styles['home']}>
      <Overview
        shown={monthsShown}
        underRate={(months) => {
          const last = months.findLast(({ transactions }) => transactions !== null)?.month;
          return (
            <>
              <Alerts more />
              {last && <Decisions month={last} />}
              <UnderTest />
            </>
          );
        }}
      >
        {() => (
          <div className={styles['links']}>
            <Button onClick={() => void go('/desk/impact')}>{t('seeRate')}</Button>
            <Button onClick={() => void go('/desk/studies')}>{t('seeEstimates')}</Button>
            {may('complaint.read') && <Button onClick={() => void go('/desk/complaints')}>{t('seeComplaints')}</Button>}
          </div>
        )}
      </Overview>
    </div>
  );
}
