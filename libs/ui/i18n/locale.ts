import { defaultLocale, locales, matchLocale, type Locale } from '@skillhall/kernel';
import { readStored, writeStored } from '../store/stored.js';

function stored(): Locale | undefined {
  const value = readStored('locale');
  return locales.find((locale) => locale === value);
}

let current: Locale = stored() ?? matchLocale(navigator.languages.join(','));
const listeners = new Set<() => void>();

export const currentLocale = (): Locale => current;

/** Has this browser's owner chosen a language here? */
export const localeWasChosen = (): boolean => stored() !== undefined;

export function setLocale(locale: Locale): void {
  writeStored('locale', locale);
  if (locale === current) return;
  current = locale;
  listeners.forEach((listener) => listener());
}

export function onLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What each language calls itself. */
export const localeNames: Readonly<Record<Locale, string>> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };
export { defaultLocale, locales, type Locale };
