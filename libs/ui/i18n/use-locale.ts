import { useSyncExternalStore } from 'react';
import { currentLocale, onLocale, type Locale } from './locale.js';

export const useLocale = (): Locale => useSyncExternalStore(onLocale, currentLocale);
