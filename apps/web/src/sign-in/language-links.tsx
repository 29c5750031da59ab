import { localeNames, locales, useLocale, usePhrases } from '@skillhall/ui/i18n';
import { chooseLocale } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';
import styles from './sign-in.module.css';

/** Every language under its own name. */
export function LanguageLinks(): ReactNode {
  const t = usePhrases(phrases);
  const locale = useLocale();
  return (
    <ul className={styles['languages']} aria-label={t('language')}>
      {locales.map((each) => (
        <li key={each}>
          <button type="button" lang={each} aria-current={each === locale || undefined} onClick={() => void chooseLocale(each)}>
            {localeNames[each]}
          </button>
        </li>
      ))}
    </ul>
  );
}
