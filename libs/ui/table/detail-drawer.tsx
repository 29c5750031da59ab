import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useMedia } from '../page/use-media.js';

interface DetailDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly width?: number;
}

/** One row in detail at the side; the list stays in sight and in use where there is room for both. Esc closes it. */
export function DetailDrawer({ open, onClose, title, actions, children, width = 560 }: DetailDrawerProps): ReactNode {
  // Where the focus goes afterwards the list knows: to the row that was open last, not to the first one.
  const room = useMedia('(min-width: 1024px)');
  return (
    <Drawer open={open} onClose={onClose} title={title} extra={actions} size={width} mask={!room} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden>
      {children}
    </Drawer>
  );
}

interface FactsProps {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}

/** Names and values under each other. */
export function Facts({ facts }: FactsProps): ReactNode {
  return (
    <dl style={{ display: 'grid', gridTemplateColumns: 'minmax(6em, max-content) 1fr', gap: '10px 20px' }}>
      {facts.map(({ name, value }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt style={{ color: 'var(--ink-soft)' }}>{name}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
