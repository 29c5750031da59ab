import fc from 'fast-check';
import { exchangeQuestion, type ExchangeQuestion } from '../exchange-question.js';
import { readGift, readGiftLines } from './read-gift.js';

const one = (text: string): ExchangeQuestion => {
  const { questions, problems } = readGift(text);
  expect({ problems, count: questions.length }).toEqual({ problems: [], count: 1 });
  return questions[0]!;
};
const credits = ({ options }: ExchangeQuestion) => options.map(({ text, credit }) => [text, credit]);
const codes = (text: string) => readGift(text).problems.map(({ line, code }) => [line, code]);

describe('a question in GIFT', () => {
  it.each<[string, string, [string, number][]]>([
    ['抄表周期是几个月？{~三个月 ~半年 =一个月}', 'single', [['三个月', 0], ['半年', 0], ['一个月', 1]]],
    ['抄表周期{~三个月~半年=一个月}', 'single', [['三个月', 0], ['半年', 0], ['一个月', 1]]],
    ['题 {~错 ~%50%半对 =全对}', 'single', [['错', 0], ['半对', 0.5], ['全对', 1]]],
    ['题 {=%100%甲 ~%-15%乙 ~%-15%丙}', 'single', [['甲', 1], ['乙', -0.15], ['丙', -0.15]]],
    ['题 {~=甲 ~乙}', 'single', [['甲', 1], ['乙', 0]]],
    ['题 {甲 ~乙 =丙}', 'single', [['甲', 0], ['乙', 0], ['丙', 1]]],
    ['题 {=甲 =乙 ~丙}', 'single', [['甲', 1], ['乙', 1], ['丙', 0]]],
    ['题 {~无 ~%50%甲 ~%50%乙 ~丁}', 'multiple', [['无', 0], ['甲', 0.5], ['乙', 0.5], ['丁', 0]]],
    ['题 {~%-100%无 ~%33.33333%甲 ~%33.33333%乙 ~%33,33333%丙}', 'multiple', [['无', -1], ['甲', 0.3333333], ['乙', 0.3333333], ['丙', 0.3333333]]],
    ['题 {=%50%甲 =%50%乙 ~%-50%丙}', 'multiple', [['甲', 0.5], ['乙', 0.5], ['丙', -0.5]]],
    ['题 {~%100%甲 ~%-100%[plain]乙}', 'multiple', [['甲', 1], ['乙', -1]]],
    ['题 { ~ \\= 2 + 2\n = \\= 2 + 3\n ~ \\{\\}\\~\\#\\:\\\\ }', 'single', [['= 2 + 2', 0], ['= 2 + 3', 1], ['{}~#:\\', 0]]],
  ])('of a choice, %s, is %s', (text, type, options) => {
    const question = one(text);
    expect([question.type, credits(question)]).toEqual([type, options]);
  });

  it.each([
    ['日出东方。{T}', [1, 0]],
    ['日出东方。{TRUE}', [1, 0]],
    ['日落东方。{FALSE}', [0, 1]],
    ['日落东方。{f}', [0, 1]],
    ['日落东方。{错误}', [0, 1]],
  ])('of true or false, %s, has both options', (text, expected) => {
    const question = one(text);
    expect([question.type, question.options.map(({ credit }) => credit)]).toEqual(['trueFalse', expected]);
  });

  it('gives the feedback of true and false to the side that it belongs to', () => {
    const question = one('日落东方。{FALSE#太阳从东边出来。#对了。####地理常识}');
    expect(question.options).toEqual([{ text: '正确', credit: 0, feedback: '太阳从东边出来。' }, { text: '错误', credit: 1, feedback: '对了。' }]);
    expect(question.explanation).toBe('地理常识');
  });

  it.each<[string, [number, number, number][]]>([
    ['题 {#3}', [[3, 0, 1]]],
    ['题 {#3:0.5}', [[3, 0.5, 1]]],
    ['题 {#1..5}', [[3, 2, 1]]],
    ['题 {#3.141..3.142}', [[3.1415, 0.0005, 1]]],
    ['题 {#-2..-1}', [[-1.5, 0.5, 1]]],
    ['题 {#=1:0 =%50%2:1}', [[1, 0, 1], [2, 1, 0.5]]],
    ['题 {#\n =1822:0 #对\n =%50%1822:2 #接近\n}', [[1822, 0, 1], [1822, 2, 0.5]]],
    ['题 {#3:2~#完全不对}', [[3, 2, 1]]],
    ['题 {#1e3:.5}', [[1000, 0.5, 1]]],
  ])('of a number, %s', (text, expected) => {
    const { type, answers } = one(text);
    expect(type).toBe('numeric');
    expect(answers).toEqual(expected.map(([value, tolerance, credit]) => expect.objectContaining({ value, tolerance, credit }) as unknown));
  });

  it.each<[string, string, [string, number][]]>([
    ['二加二等于{=四 =4}。', '二加二等于_____。', [['四', 1], ['4', 1]]],
    ['二加二等于几？{=四#好 =%75%肆#也行}', '二加二等于几？', [['四', 1], ['肆', 0.75]]],
    ['供电{=可靠率}和{稳定}。', '供电_____和{稳定}。', [['可靠率', 1]]],
    ['二加二？{四}', '二加二？', [['四', 1]]],
  ])('of a word, %s', (text, stem, expected) => {
    const { questions: [question] } = readGift(text);
    expect(question).toMatchObject({ type: 'fillIn', stem, answers: expected.map(([said, credit]) => ({ text: said, credit })) });
  });

  it('puts a blank where the answer stands in the middle, on several lines too', () => {
    expect(one('抄表周期是{~一年 =一个月}的规定。').stem).toBe('抄表周期是_____的规定。');
    expect(one('节日在{\n ~第二个\n =第四个\n} 星期四。').stem).toBe('节日在_____ 星期四。');
  });

  it('matches, with choices that nothing belongs to', () => {
    expect(one('首都{=加拿大 -> 渥太华\n=意大利->罗马\n= -> 东京}').pairs).toEqual([{ prompt: '加拿大', match: '渥太华' }, { prompt: '意大利', match: '罗马' }, { prompt: '', match: '东京' }]);
  });

  it('orders the lines below its settings', () => {
    expect(one('排列先后。{>3 ALL VERTICAL none\n受理\n勘查\n送电\n}')).toMatchObject({ type: 'ordering', items: ['受理', '勘查', '送电'] });
  });

  it('is marked by people where nothing stands in the braces', () => {
    expect(one('::Q8:: 你好吗？ {}')).toEqual(exchangeQuestion('shortAnswer', 1, '你好吗？', { name: 'Q8' }));
    expect(one('谈谈{####要点}').explanation).toBe('要点');
  });

  it('reads formats, pictures and full-width signs as they are meant', () => {
    const question = one('[html]<p>看图：<img src="@@PLUGINFILE@@/%E5%9B%BE1.png" alt="电表"/>10<sup>3</sup> kW&nbsp;h &lt; 多少｛？｝</p>{=[markdown]**甲** ~乙#[html]<i>不对</i>}');
    expect(question).toMatchObject({ stem: '看图：10³ kW h < 多少｛？｝', media: [{ name: '图1.png', description: '电表' }], options: [{ text: '**甲**' }, { text: '乙', feedback: '不对' }] });
  });

  it('keeps `\\n` as a new line and the lines of its text', () => {
    expect(one('第一行\\n第二行\n   第三行{T}').stem).toBe('第一行\n第二行\n第三行');
  });
});

describe('a file in GIFT', () => {
  it('knows categories, names, numbers, tags, comments, marks of order and any ends of lines', () => {
    const text = '\ufeff// 目录\r\n$CATEGORY: $course$/top/营业/抄表\r\n::甲::题一{T}\r\n\r\n// [id:BIZ-1] [tag:competency:BIZ-3] [tag:易错]\r\n题二{F}\r\n\r\n\r\n$CATEGORY: 其他\r\n\r\n题三{}\r\n';
    const { questions, problems } = readGift(text);
    expect(problems).toEqual([]);
    expect(questions).toMatchObject([
      { name: '甲', stem: '题一', category: '营业/抄表', line: 3 },
      { number: 'BIZ-1', competency: 'BIZ-3', tags: ['易错'], stem: '题二', line: 6 },
      { stem: '题三', category: '其他', line: 11 },
    ]);
  });

  it('goes on over blank lines inside braces, and not over a brace that is never closed', () => {
    expect(one('题{\n~甲\n\n=乙\n\n}').options).toHaveLength(2);
    const { questions, problems } = readGift('题一{~甲 =乙\n\n题二{T}');
    expect([questions.map(({ stem }) => stem), problems]).toEqual([['题二'], [{ line: 1, code: 'gift-brace', values: { sign: '}' } }]]);
  });

  it('takes questions apart that no blank line divides', () => {
    const { questions, problems } = readGift('题一{T}\n题二{\n=甲\n~乙}\n::丙::题三{F}');
    expect(questions.map(({ stem, line }) => [stem, line])).toEqual([['题一', 1], ['题二', 2], ['题三', 5]]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([[2, 'gift-no-blank-line'], [5, 'gift-no-blank-line']]);
  });

  it.each<[string, [number, string][]]>([
    ['\n\n只是说明', [[3, 'description-left-out']]],
    ['题}', [[1, 'gift-brace']]],
    ['题{~甲}', [[1, 'too-few-options'], [1, 'no-right-option']]],
    ['题{\n=甲->乙\n=丙\n}', [[3, 'pair-without-arrow'], [1, 'too-few-pairs']]],
    ['题{#\n=1\n=约三}', [[3, 'not-a-number']]],
    ['题{#}', [[1, 'no-answer']]],
    ['题{=北*}', [[1, 'wildcard']]],
    ['{T}', [[1, 'missing-stem']]],
  ])('says what is odd and where: %j', (text, expected) => expect(codes(text)).toEqual(expected));

  it('never throws, whatever stands in it', () => {
    const noise = fc.array(fc.constantFrom('{', '}', '=', '~', '#', '->', '::', '\n', '\n\n', '%50%', '\\', '题', '[html]', '<b', '//', '####', '$CATEGORY:', '..', ':')).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(noise, fc.string()), (text) => {
      const lines = text.split(/\r\n|\n|\r/).length;
      const { questions, problems } = readGift(text);
      for (const { line } of [...questions, ...problems]) expect(line >= 1 && line <= lines).toBe(true);
    }));
  });

  it('looks at each line a fixed number of times, however many there are', () => {
    const looks = (count: number): number => {
      let looked = 0;
      const lines = Array.from({ length: count }, (_, index) => (index % 4 === 3 ? '' : index % 4 === 0 ? `题${index}{` : index % 4 === 1 ? '=甲 ~乙' : '}'));
      const counted = new Proxy(lines, { get: (target, key, receiver): unknown => ((looked += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0), Reflect.get(target, key, receiver)) });
      expect(readGiftLines(counted).questions).toHaveLength(count / 4);
      return looked;
    };
    expect(looks(20_000)).toBe(10 * looks(2_000));
  });
});
