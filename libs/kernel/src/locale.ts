export const locales = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'zh-CN';

/** One sentence in every language; a missing one does not compile. `{{name}}` marks a value. */
export type Phrase = { readonly [L in Locale]: string };

/** The best language for an `Accept-Language` header or a stored choice. */
export function matchLocale(wanted: string | null | undefined): Locale {
  for (const part of (wanted ?? '').split(',')) {
    const tag = part.split(';')[0]!.trim().toLowerCase();
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-TW';
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return defaultLocale;
}

export type PhraseValues = Readonly<Record<string, string | number>>;

/** The phrase in `locale` with its `{{values}}` filled in; an unknown value stays visible as its name. */
export function say(phrase: Phrase, locale: Locale, values: PhraseValues = {}): string {
  return phrase[locale].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? name));
}
