import fc from 'fast-check';
import { contentText } from '../../content-text.js';
import { someContent } from '../testing/some-questions.js';
import { fromContent } from './from-content.js';
import { toContent } from './to-content.js';

describe('a question of the bank', () => {
  it('is the same after it went out and came in again', () => {
    fc.assert(
      fc.property(someContent, (content) => {
        const back = toContent(fromContent(content, 'X-1'), { track: null });
        expect(back).toMatchObject({ ok: true });
        expect(back.ok && contentText(back.value)).toBe(contentText(content));
      }),
    );
  });
});
