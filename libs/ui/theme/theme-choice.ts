import { useSyncExternalStore } from 'react';
import { createStore, readStored, useStore, writeStored } from '../store/index.js';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const choice = createStore<ThemeChoice>(themeChoices.find((name) => name === readStored('theme')) ?? 'system');
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

const isDark = (): boolean => choice.get() === 'dark' || (choice.get() === 'system' && darkSystem.matches);

/** Keeps the page in the chosen light; `public/theme-init.js` has done so before the first paint. */
export function followTheme(): void {
  const apply = () => {
    document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
    const paper = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
  };
  apply();
  choice.subscribe(apply);
  darkSystem.addEventListener('change', apply);
}

export function chooseTheme(name: ThemeChoice): void {
  writeStored('theme', name === 'system' ? undefined : name);
  choice.set(name);
}

export const useThemeChoice = (): ThemeChoice => useStore(choice);

function subscribe(listener: () => void): () => void {
  const stop = choice.subscribe(listener);
  darkSystem.addEventListener('change', listener);
  return () => {
    stop();
    darkSystem.removeEventListener('change', listener);
  };
}

export const useDark = (): boolean => useSyncExternalStore(subscribe, isDark);
