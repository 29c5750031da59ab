import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { setLocale } from './locale.js';
import { definePhrases, followLocale, usePhrases } from './phrases.js';

const phrases = definePhrases('phrases-spec', { 'zh-CN': { hello: '您好，{{name}}' }, 'zh-TW': { hello: '您好，{{name}}' }, en: { hello: 'Hello {{name}}' } });

describe('phrases', () => {
  it('come from one function until the language changes: what is made with it is not made anew', () => {
    const said: ((key: 'hello', values: { name: string }) => string)[] = [];
    const Page = (): ReactNode => {
      said.push(usePhrases(phrases));
      return null;
    };
    followLocale();
    act(() => setLocale('zh-CN'));
    const { rerender } = render(<Page />);
    rerender(<Page />);
    expect(said.at(-1)).toBe(said[0]);
    expect(said[0]!('hello', { name: '王芳' })).toBe('您好，王芳');
    act(() => setLocale('en'));
    rerender(<Page />);
    expect(said.at(-1)).not.toBe(said[0]);
    expect(said.at(-1)!('hello', { name: 'Wang' })).toBe('Hello Wang');
  });
});
