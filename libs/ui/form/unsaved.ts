import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { definePhrases, usePhrases } from '../i18n/index.js';
import { useNotice } from './notice.js';

const phrases = definePhrases('unsaved', {
  'zh-CN': { title: '还有没保存的修改', text: '离开后这些修改就没有了。', leave: '不保存，离开' },
  'zh-TW': { title: '還有未儲存的修改', text: '離開後這些修改就沒有了。', leave: '不儲存，離開' },
  en: { title: 'There are unsaved changes', text: 'They are lost if you leave.', leave: 'Leave without saving' },
});

/** Asks before unsaved changes are left behind, inside the app and when the tab closes. */
export function useUnsaved(changed: boolean): void {
  const t = usePhrases(phrases);
  const notice = useNotice();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => changed && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    notice.confirm({ title: t('title'), text: t('text'), button: t('leave'), danger: true, onConfirm: async () => blocker.proceed() });
    blocker.reset();
  });
  useEffect(() => {
    if (!changed) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [changed]);
}
