import { App } from 'antd';
import { useMemo } from 'react';
import { RequestFailure } from '../graphql/index.js';
import { common, usePhrases } from '../i18n/index.js';

interface Confirmation {
  /** Names the thing: 「停用课程"优质服务规范"？」 */
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly danger?: boolean;
  /** The box stays, at work, until this is done. */
  readonly onConfirm: () => Promise<unknown>;
}

export interface Notice {
  readonly done: (text: string) => void;
  readonly warn: (text: string) => void;
  /** A request that brought nothing, in plain words. */
  readonly failed: (error: unknown) => void;
  /** Only for what cannot be undone. */
  readonly confirm: (confirmation: Confirmation) => void;
}

/** Short words to the person at the desk. */
export function useNotice(): Notice {
  const { message, modal } = App.useApp();
  const t = usePhrases(common);
  return useMemo(
    () => ({
      done: (text) => void message.success(text),
      warn: (text) => void message.warning(text, 6),
      failed: (error) => void message.error(error instanceof RequestFailure && error.kind === 'network' ? t('offlineText') : t('faultText'), 6),
      confirm: ({ title, text, button, danger, onConfirm }) =>
        void modal.confirm({
          title,
          content: text,
          okText: button,
          cancelText: t('cancel'),
          okButtonProps: { danger: danger ?? false },
          focusable: { autoFocusButton: 'cancel' },
          onOk: onConfirm,
        }),
    }),
    [message, modal, t],
  );
}
