import fc from 'fast-check';
import { contentText } from '../../content-text.js';
import type { QuestionContent } from '../../question.js';
import { fromContent } from '../content/from-content.js';
import { toContent } from '../content/to-content.js';
import type { TextFormatReader, TextFormatWriter } from '../exchange-question.js';
import { someContent } from './some-questions.js';

/** Questions written and read again are the same, wherever the format does not say that something was lost. */
export function comesBack(write: TextFormatWriter, read: TextFormatReader): void {
  fc.assert(
    fc.property(fc.array(someContent, { minLength: 1, maxLength: 4 }), (contents) => {
      const { text, losses } = write(contents.map((content, index) => fromContent(content, `X-${index}`)));
      const lost = new Set(losses.map(({ number }) => number));
      const { questions, problems } = read(text);
      // Such a text may be read as anything, and that was said.
      if (losses.some(({ code }) => code === 'reads-otherwise')) return;
      expect(problems.filter(({ code }) => code !== 'no-questions').map((problem) => ({ ...problem, text }))).toEqual([]);
      const kept = contents.filter((_, index) => !lost.has(`X-${index}`));
      const back = questions.filter(({ number }) => !lost.has(number ?? '') && !lost.has(number?.replace(/(?<=\d)-\d+$/, '') ?? '')).map((question): QuestionContent | string => {
        const content = toContent(question, { track: 'business' });
        return content.ok ? content.value : JSON.stringify(content.error);
      });
      const plain = (content: QuestionContent | string): string => (typeof content === 'string' ? content : contentText(content));
      expect(back.map(plain)).toEqual(kept.map(plain));
    }),
    { numRuns: 300 },
  );
}
