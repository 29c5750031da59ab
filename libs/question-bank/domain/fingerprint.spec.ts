import fc from 'fast-check';
import { faceText, sameText, searchable, sketchOf } from './fingerprint.js';
import { bareFace, trueFalseOptions, type QuestionFace } from './question.js';

const face = (stem: string, options: readonly string[] = [], more: Partial<QuestionFace> = {}): QuestionFace => ({
  ...bareFace,
  type: 'single',
  stem,
  options: options.map((text, at) => ({ key: 'ABCDEF'[at]!, text })),
  ...more,
});
const shareBand = (a: string, b: string): boolean => {
  const bands = new Set(sketchOf(a));
  return sketchOf(b).some((band) => bands.has(band));
};
const sentence = fc.array(fc.constantFrom(...'供电营业厅客户申请办理电价电费抄表催缴停送复投诉受理答复时限告知书面材料身份证明合同违约金计量装置校验'), { minLength: 40, maxLength: 120 }).map((signs) => signs.join(''));

describe('the text of a question', () => {
  it('holds stem, prompts and options of the question and its parts, and no places of blanks', () => {
    const parts = [face('第一问：欠费[[1]]日', ['甲', '乙'])];
    expect(faceText({ ...face('某户**欠费**', [], { type: 'case', prompts: [{ key: '1', text: '提示' }] }), parts })).toBe('某户 欠费 提示 第一问:欠费 日 甲 乙');
  });

  it('is searched whatever width and case it was written in', () => {
    expect(searchable('ＡＢＣ　１２３')).toBe('abc 123');
  });

  it('leaves out the two options that every true/false question has', () => {
    expect(faceText(face('对吗', [], { type: 'trueFalse', options: trueFalseOptions }))).toBe('对吗');
  });
});

describe('questions that say the same', () => {
  it('are so in other punctuation, width and order of options', () => {
    expect(sameText(face('欠费逾期，如何处理？', ['催缴', '停电', 'Ａ类']))).toBe(sameText(face('欠费逾期如何处理?', ['a类', '催缴。', '停电'])));
  });

  it('are not so with another word, another number or another picture', () => {
    const picture = (fileId: string) => ({ media: [{ fileId, kind: 'image' as const, name: 'x.png', description: '' }] });
    const texts = [face('欠费30日'), face('欠费60日'), face('欠费30天'), face('欠费30日', [], picture('a')), face('欠费30日', [], picture('b'))].map(sameText);
    expect(new Set(texts).size).toBe(5);
  });
});

describe('the sketch of a text', () => {
  it('is the same for the same text in other punctuation', () => {
    fc.assert(fc.property(sentence, (text) => expect(sketchOf(`${text.slice(0, 20)}，${text.slice(20)}。`)).toEqual(sketchOf(text))));
  });

  it('shares a band with that of a text with two characters changed, and almost never with that of another text', () => {
    const found = { changed: 0, other: 0, of: 0 };
    fc.assert(
      fc.property(sentence, sentence, fc.nat(), (text, other, at) => {
        const place = at % (text.length - 2);
        found.of++;
        if (shareBand(text, `${text.slice(0, place)}天地${text.slice(place + 2)}`)) found.changed++;
        if (text !== other && shareBand(text, other)) found.other++;
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(found.changed).toBe(found.of);
    expect(found.other).toBeLessThan(found.of / 20);
  });

  it('of one character or none is empty', () => {
    expect([sketchOf(''), sketchOf('电'), sketchOf('？！')]).toEqual([[], [], []]);
  });
});
