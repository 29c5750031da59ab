import { useEffect, useId, useState, type ReactNode } from 'react';
import { common, usePhrases } from '../i18n/index.js';
import styles from './help.module.css';
import { typing } from './typing.js';

interface Help {
  /** Stands among the actions of the page. */
  readonly button: ReactNode;
  /** Stands under the head of the page; nothing while it is shut. */
  readonly panel: ReactNode;
}

function Keys(): ReactNode {
  const t = usePhrases(common);
  const keys = [
    ['/', 'keySearch'],
    ['j k', 'keyMove'],
    ['Enter', 'keyOpen'],
    ['Esc', 'keyClose'],
    ['?', 'keyHelp'],
  ] as const;
  return (
    <dl className={styles['keys']}>
      {keys.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(meaning)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A few plain words for who comes here the first time: a button, or `?`, opens them under the head of the page. */
export function useHelp(words: ReactNode): Help {
  const t = usePhrases(common);
  const id = useId();
  const [open, setOpen] = useState(false);
  const there = Boolean(words);
  useEffect(() => {
    if (!there) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') setOpen((before) => !before);
      else if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [there]);
  if (!there) return { button: null, panel: null };
  return {
    button: (
      <button type="button" className={styles['button']} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <span className={styles['sign']} aria-hidden>
          ?
        </span>
        {t('help')}
      </button>
    ),
    panel: (
      <section id={id} className={styles['panel']} aria-label={t('help')} hidden={!open}>
        <div className={styles['words']}>{words}</div>
        <Keys />
      </section>
    ),
  };
}
