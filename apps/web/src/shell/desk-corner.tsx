import { unsentCount } from '@skillhall/assessment/web';
import { Menu } from '@skillhall/ui/desk';
import { useNotice } from '@skillhall/ui/form';
import { usePhrases } from '@skillhall/ui/i18n';
import { signOut, useViewer } from '@skillhall/ui/session';
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
  const does = {
    learner: () => go('/today'),
    account: () => go('/desk/account'),
    signOut: async () => ((await unsentCount(viewer.accountId)) > 0 ? go('/me') : signOut().catch(notice.failed)),
  };
  return (
    <Menu<keyof typeof does>
      items={[
        ...(sidesOf(viewer).includes('learner') ? [{ key: 'learner' as const, label: t('learnerSide') }] : []),
        { key: 'account', label: t('account') },
        { key: 'signOut', label: t('signOut'), apart: true },
      ]}
      onChoose={(key) => void does[key]()}
      trigger={(props) => (
        <button type="button" className={styles['corner']} {...props}>
          {viewer.name} <span aria-hidden>▾</span>
        </button>
      )}
    />
  );
}
