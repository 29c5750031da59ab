import { unsentCount } from '@skillhall/assessment/web';
import { useNotice } from '@skillhall/ui/form';
import { usePhrases } from '@skillhall/ui/i18n';
import { signOut, useViewer } from '@skillhall/ui/session';
import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import styles from './desk-corner.module.css';
import { phrases } from './phrases.js';
import { sidesOf } from './sides.js';

/** The person's corner of the desk. */
export function DeskCorner(): ReactNode {
  const viewer = useViewer();
  const t = usePhrases(phrases);
  const go = useNavigate();
  const notice = useNotice();
  const does: Readonly<Record<string, () => unknown>> = {
    learner: () => go('/today'),
    account: () => go('/desk/account'),
    signOut: async () => ((await unsentCount(viewer.accountId)) > 0 ? go('/me') : signOut().catch(notice.failed)),
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(sidesOf(viewer).includes('learner') ? [{ key: 'learner', label: t('learnerSide') }] : []),
          { key: 'account', label: t('account') },
          { type: 'divider' as const },
          { key: 'signOut', label: t('signOut') },
        ],
        onClick: ({ key }) => void does[key]?.(),
      }}
    >
      <button type="button" className={styles['corner']}>
        {viewer.name} <span aria-hidden>▾</span>
      </button>
    </Dropdown>
  );
}
