import { createInstance } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { currentLocale, defaultLocale, locales, onLocale, type Locale } from './locale.js';

export const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: currentLocale(),
  fallbackLng: defaultLocale,
  resources: {},
  defaultNS: false,
  keySeparator: false,
  nsSeparator: false,
  // React writes text, never markup: nothing to escape.
  interpolation: { escapeValue: false },
  initAsync: false,
  react: { useSuspense: false },
});

/** Keeps the language of the page, and how Chinese characters are drawn, in step with the choice. */
export function followLocale(): void {
  const apply = () => {
    document.documentElement.lang = currentLocale();
    void i18n.changeLanguage(currentLocale());
  };
  apply();
  onLocale(apply);
}

type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<Text> = [Names<Text>] extends [never] ? [] : [values: Readonly<Record<Names<Text>, string | number>>];

/** The same keys in another language; English may add `key_one` for a single thing. */
type Translated<Shape> = { readonly [Key in keyof Shape]: string } & {
  readonly [Key in `${keyof Shape & string}_one`]?: string;
};

export interface Phrases<Shape> {
  readonly namespace: string;
  readonly texts: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
  readonly shape?: Shape;
}

const defined: Phrases<unknown>[] = [];

/** All texts loaded so far, for the test that compares the languages. */
export const definedPhrases = (): readonly Phrases<unknown>[] => defined;

/** The texts of one capability, Chinese first; the other languages must have the same keys or it does not compile. */
export function definePhrases<const Shape extends Readonly<Record<string, string>>>(
  namespace: string,
  texts: { 'zh-CN': Shape; 'zh-TW': Translated<NoInfer<Shape>>; en: Translated<NoInfer<Shape>> },
): Phrases<Shape> {
  for (const locale of locales) i18n.addResourceBundle(locale, namespace, texts[locale], true, true);
  const phrases: Phrases<Shape> = { namespace, texts: texts as Phrases<Shape>['texts'] };
  defined.push(phrases);
  return phrases;
}

export type Say<Shape> = <Key extends keyof Shape & string>(key: Key, ...values: Values<Shape[Key]>) => string;

/**
 * `t('daysLeft', { count: 3 })` in the chosen language; an unknown key or a missing value does not compile.
 * The same function until the language changes, so that what is made with it need not be made anew.
 */
export function usePhrases<Shape>(phrases: Phrases<Shape>): Say<Shape> {
  const { t } = useTranslation(phrases.namespace, { i18n });
  // i18next's own types know nothing of these texts; ours above are stricter.
  const translate = t as (key: string, values: object) => string;
  return useCallback((key, ...[values]) => translate(key, values ?? {}), [translate]);
}
