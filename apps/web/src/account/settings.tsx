import { localeNames, locales, useLocale, usePhrases } from '@skillhall/ui/i18n';
import { Choice } from '@skillhall/ui/pieces';
import { chooseLocale } from '@skillhall/ui/session';
import { chooseTheme, themeChoices, useThemeChoice } from '@skillhall/ui/theme';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';

const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

export function LanguageChoice(): ReactNode {
  const t = usePhrases(phrases);
  return (
    <Choice
      label={t('language')}
      value={useLocale()}
      options={locales.map((value) => ({ value, text: localeNames[value] }))}
      onChange={(locale) => void chooseLocale(locale)}
    />
  );
}

export function ThemeChoice(): ReactNode {
  const t = usePhrases(phrases);
  return (
    <Choice
      label={t('theme')}
      value={useThemeChoice()}
      options={themeChoices.map((value) => ({ value, text: t(themeWords[value]) }))}
      onChange={chooseTheme}
    />
  );
}
