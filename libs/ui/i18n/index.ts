export { currentLocale, locales, localeNames, localeWasChosen, setLocale, type Locale } from './locale.js';
export { definePhrases, followLocale, i18n, usePhrases, type Phrases, type Say } from './phrases.js';
export { common, roleWords } from './common-phrases.js';
export { useLocale } from './use-locale.js';
export { formatFor, useFormat, type Format } from './format.js';
