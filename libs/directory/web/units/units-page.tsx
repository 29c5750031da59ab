import { usePhrases } from '@skillhall/ui/i18n';
import { Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { phrases } from './phrases.js';
import { UnitDetail } from './unit-detail.js';
import { UnitTree } from './unit-tree.js';
import styles from './units.module.css';

/** `/` puts the cursor into the search of the tree, as in every list of the desk. */
function useSearchKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const box = document.querySelector<HTMLElement>('input[data-search-key]');
      if (event.key !== '/' || !box || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      box.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

export function UnitsPage(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const go = useNavigate();
  useSearchKey();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={may('unit.manage') && <Button onClick={() => void go('/desk/imports/units')}>{t('importUnits')}</Button>}
      help={
        <>
          <p>{t('helpTree')}</p>
          <p>{t('helpKeys')}</p>
        </>
      }
    >
      <div className={styles['columns']}>
        <UnitTree />
        <UnitDetail />
      </div>
    </Page>
  );
}
