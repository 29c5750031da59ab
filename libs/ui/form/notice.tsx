import { App } from 'antd';
import { useId, useMemo } from 'react';
import { RequestFailure } from '../graphql/index.js';
import { common, usePhrases } from '../i18n/index.js';
import styles from './notice.module.css';

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
  /** Something was taken away: for a while it can be brought back. */
  readonly removed: (text: string, undo: () => unknown) => void;
  readonly warn: (text: string) => void;
  /** A request that brought nothing, in plain words. */
  readonly failed: (error: unknown) => void;
  /** Only for what cannot be undone. */
  readonly confirm: (confirmation: Confirmation) => void;
}

const undoSeconds = 10;

/** Short words to the person at the desk. */
export function useNotice(): Notice {
  const { message, modal } = App.useApp();
  const t = usePhrases(common);
  const key = useId();
  return useMemo(
    () => ({
      done: (text) => void message.success(text),
      removed: (text, undo) =>
        void message.open({
          key,
          type: 'success',
          duration: undoSeconds,
          content: (
            <>
              {text}
              <button
                type="button"
                className={styles['undo']}
                onClick={() => {
                  message.destroy(key);
                  undo();
                }}
              >
                {t('undo')}
              </button>
            </>
          ),
        }),
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
    [message, modal, t, key],
  );
}
