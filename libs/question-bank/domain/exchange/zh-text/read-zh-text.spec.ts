import fc from 'fast-check';
import { isText, type ExchangeQuestion } from '../exchange-question.js';
import { lineOf } from './lines.js';
import { readZhLines, readZhText } from './read-zh-text.js';

const read = (...lines: string[]) => readZhText(lines.join('\n'));
const sound = (...lines: string[]): readonly ExchangeQuestion[] => {
  const { questions, problems } = read(...lines);
  expect(problems).toEqual([]);
  return questions;
};
/** Type, stem and the letters of the right options, or what is to be filled in. */
const said = ({ type, stem, options, answers }: ExchangeQuestion) => [type, stem, options.length ? options.map(({ credit }, index) => (credit > 0 ? 'ABCDEFGH'[index] : '')).join('') : answers.map((answer) => (isText(answer) ? answer.text : 'value' in answer ? answer.value : '')).join('|')];
const texts = ({ options }: ExchangeQuestion) => options.map(({ text }) => text);

describe('a choice in plain text', () => {
  it.each<[string, string[]]>([
    ['in brackets of the text', ['1、先核对（B）。', 'A、天数', 'B、示数']],
    ['in full width', ['１．先核对（Ｂ）。', 'Ａ．天数', 'Ｂ．示数']],
    ['in brackets with blanks', ['1. 先核对( B )。', 'A. 天数  B. 示数']],
    ['in heavy brackets', ['(1) 先核对【B】。', 'A) 天数', 'B) 示数']],
    ['in a line of its own', ['1.先核对（　）。', '(A)天数 (B)示数', '答案：B']],
    ['in a line in brackets', ['1.先核对（　）。', 'A:天数', 'B:示数', '【答案】B', '【解析】先看示数。']],
    ['behind the options', ['1.先核对（　）。', 'A.天数 B.示数 正确答案：B']],
    ['with the text of the option', ['1.先核对（　）。', 'A.天数B.示数', '参考答案：B.示数']],
    ['in words', ['1.先核对（　）。', 'A.天数', 'B.示数', '答案：示数']],
    ['in a list below', ['1.先核对（　）。', 'A 天数', 'B 示数', '参考答案：', '1-1 B']],
    ['in a list of one', ['一、单选题', '1.先核对（　）。', 'A天数', 'B示数', '参考答案', '1.B']],
    ['before the number', ['(B) 1. 先核对（　）。', '(A)天数 (B)示数']],
    ['on one line with all the rest', ['第1题 先核对（B）。 A.天数 B.示数']],
    ['in underscores', ['1、先核对__B__。', 'A、天数', 'B、示数']],
    ['in brackets with a word', ['1、先核对。（答案：B）', 'A、天数', 'B、示数']],
    ['in small letters', ['1.（2分）先核对（　）。', 'a. 天数', 'b. 示数', '答案：选b']],
    ['behind a comma as its number', ['1，先核对（B）。', 'A 天数', 'B 示数']],
  ])('has its key %s', (_, lines) => {
    const [question] = sound(...lines);
    expect([question!.type, question!.stem.replace(/[（(_].*?[）)_]+/, ''), texts(question!), said(question!)[2]]).toEqual(['single', '先核对。', ['天数', '示数'], 'B']);
  });

  it('has several right options where several letters are named, each worth its share', () => {
    const questions = sound('1、属于优质服务的有（ABD）', 'A.微笑 B.倾听', 'C.推诿 D.一次告知', '2、正确的是（A、C）', 'A.甲 B.乙 C.丙', '3、正确的是', 'A.甲 B.乙', '答案：A B');
    expect(questions.map(said)).toEqual([['multiple', '属于优质服务的有（　）', 'ABD'], ['multiple', '正确的是（　）', 'AC'], ['multiple', '正确的是', 'AB']]);
    expect(questions[0]!.options.map(({ credit }) => credit)).toEqual([0.3333333, 0.3333333, 0, 0.3333333]);
  });

  it('keeps a text of several paragraphs, points in it, and options of several lines', () => {
    const [question] = sound('一、单选题', '1、下列说法：', '①甲', '②乙', '（1）丙', '正确的是（A）', 'A.全部', '都对', 'B.都不对');
    expect(question).toMatchObject({ stem: '下列说法：\n①甲\n②乙\n（1）丙\n正确的是（　）', options: [{ text: '全部\n都对' }, { text: '都不对' }] });
  });

  it('does not take a number at the start of a line for a question', () => {
    const [question, ...others] = sound('1、线路电压为', '3.5kV的属于（B）', 'A.低压 B.高压');
    expect([question!.stem, others]).toEqual(['线路电压为\n3.5kV的属于（　）', []]);
  });

  it('takes explanation, clause, difficulty, competency, track and chapter from the lines below', () => {
    const [question] = sound('1、先核对（B）。（2分）', 'A.天数 B.示数', '解析：先看示数，', '再看天数。', '依据：《供电营业规则》', '难度：较易', '能力项：BIZ-3', '类别：业务知识', '章节：抄表', '分值：2');
    expect(question).toMatchObject({ stem: '先核对（　）。', explanation: '先看示数，\n再看天数。', clause: '《供电营业规则》', difficulty: 2, competency: 'BIZ-3', track: 'business', category: '抄表' });
  });

  it.each<[string[], [number, string][]]>([
    [['一、单选题', '1、甲（AB）', 'A.一 B.二'], [[2, 'single-with-several-keys']]],
    [['二、多选题', '1、甲（A）', 'A.一 B.二'], [[2, 'multiple-with-one-key']]],
    [['1、甲（　）', 'A.一 B.二', '答案：C'], [[3, 'key-not-an-option']]],
    [['1、甲（A）', 'A.一 B.二', '答案：B'], [[3, 'keys-differ']]],
    [['1、甲', 'A.一 B.二'], [[1, 'no-answer']]],
    [['1、甲（B）', 'A.一 C.二'], [[2, 'option-gap'], [1, 'key-not-an-option']]],
    [['一、单选题', '1、类别（A）的客户（B）', 'A.一 B.二'], [[2, 'several-brackets']]],
    [['1、甲', 'A.一 B.二', '答案：二者'], [[3, 'answer-not-letters'], [1, 'no-answer']]],
    [['1、甲（A）', 'A.一 B.二', '乙没有题号', 'A.三 B.四'], [[4, 'options-again']]],
    [['1、甲（A）', 'A.一 B.二', '难度：0.65'], [[3, 'bad-difficulty']]],
    [['1、甲（A）', 'A.一 B.二', '参考答案：', '1-2 AB'], [[4, 'key-without-question']]],
  ])('of which something is odd is read, and it is said where: %j', (lines, expected) => {
    const { questions, problems } = read(...lines);
    expect(questions).toHaveLength(1);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([...expected].sort(([a], [b]) => a - b));
  });
});

describe('a statement in plain text', () => {
  it.each([
    ['1、电能表是计量器具。（√）', 'A'], ['1、电能表是计量器具（ × ）。', 'B'], ['1、电能表是计量器具。（对）', 'A'], ['1、电能表是计量器具。(错误)', 'B'], ['1、电能表是计量器具。√', 'A'],
    ['1、（×）电能表是计量器具。', 'B'], ['（○）1. 电能表是计量器具。', 'A'], ['1、电能表是计量器具。（X）', 'B'], ['1、电能表是计量器具。【T】', 'A'], ['1、电能表是计量器具。\n答案：正确', 'A'], ['1、电能表是计量器具。\n答案：×', 'B'],
    ['1、电能表是计量器具。（　）\nA.正确 B.错误\n答案：B', 'B'], ['1、电能表是计量器具。（A）\nA.对\nB.错', 'A'],
  ])('%s', (text, right) => {
    const [question] = sound('三、判断题（每题1分）', text);
    expect(said(question!)).toEqual(['trueFalse', '电能表是计量器具。', right]);
    expect(sound(text).map(({ type }) => type)).toEqual(['trueFalse']);
  });

  it('may stand without a number under a heading', () => {
    expect(sound('判断题：', '电能表是计量器具。（√）', '客户可以私自移表。（×）').map(said)).toEqual([['trueFalse', '电能表是计量器具。', 'A'], ['trueFalse', '客户可以私自移表。', 'B']]);
  });
});

describe('a question to fill in, in plain text', () => {
  it.each<[string[], string, string]>([
    [['1、可靠率不低于____%，合格率不低于___%。', '答案：99；98'], '可靠率不低于_____%，合格率不低于_____%。', '99|98'],
    [['1、可靠率不低于____%，合格率不低于___%。', '答案：(1)99 (2)98'], '可靠率不低于_____%，合格率不低于_____%。', '99|98'],
    [['1、可靠率不低于____%，合格率不低于___%。', '答案：99、98'], '可靠率不低于_____%，合格率不低于_____%。', '99|98'],
    [['1、频率是__50__赫兹。'], '频率是_____赫兹。', '50'],
    [['1. 频率是____赫兹。（50）'], '频率是_____赫兹。', '50'],
    [['1、频率是（50）赫兹。'], '频率是_____赫兹。', '50'],
    [['1、频率是（　　）赫兹。', '答案：50'], '频率是_____赫兹。', '50'],
    [['1、频率是＿＿＿赫兹。答案：50'], '频率是_____赫兹。', '50'],
  ])('%j', (lines, stem, answers) => expect(said(sound('四、填空题', ...lines)[0]!)).toEqual(['fillIn', stem, answers]));

  it('has alternatives, and says where blanks and answers do not agree', () => {
    expect(sound('1、全称是____。', '答案：国家电网|国网')[0]!.answers).toEqual([{ blank: 1, text: '国家电网', credit: 1 }, { blank: 1, text: '国网', credit: 1 }]);
    expect(read('1、____和____。', '答案：甲').problems).toEqual([{ line: 2, code: 'blanks-and-answers', values: { blanks: 2, answers: 1 } }]);
  });
});

describe('an open question in plain text', () => {
  it('keeps the numbered points of its answer, and ends where the next number stands', () => {
    const questions = sound('五、简答题', '1. 问甲？', '答案：1. 一', '2. 二', '3. 三', '2. 问乙？', '答：', '1. 一', '2. 二', '3．问丙？', '参考答案：一、二。', '评分标准：说一（3分）；说二（2分）');
    expect(questions.map(({ stem, modelAnswer }) => [stem, modelAnswer])).toEqual([['问甲？', '1. 一\n2. 二\n3. 三'], ['问乙？', '1. 一\n2. 二'], ['问丙？', '一、二。']]);
    expect(questions[2]!.rubric).toEqual([{ text: '说一', share: 0.6 }, { text: '说二', share: 0.4 }]);
  });

  it('of arithmetic has its result, alone or at the end of the solution, or a formula', () => {
    const { questions, problems } = read('六、计算题', '1、求电费。', '解：电费为', '100×0.5=50（元）', '2、求线损率。', '答案：5%', '3、用电{{kwh}}千瓦时，求电费。', '变量：kwh=100~300/10', '公式：kwh*0.5 ±0.01 保留2位 [元]');
    expect(questions.map(({ type, answers }) => [type, answers])).toEqual([
      ['calculation', [{ blank: 1, value: 50, tolerance: 0, unit: '元', credit: 1 }]],
      ['calculation', [{ blank: 1, value: 5, tolerance: 0, unit: '%', credit: 1 }]],
      ['calculation', [{ blank: 1, formula: 'kwh*0.5', tolerance: 0.01, decimals: 2, unit: '元', credit: 1 }]],
    ]);
    expect([questions[2]!.variables, problems.map(({ line, code }) => [line, code])]).toEqual([[{ name: 'kwh', least: 100, most: 300, step: 10 }], [[3, 'result-guessed']]]);
  });
});

describe('a case in plain text', () => {
  it.each<[string, string[]]>([
    ['marked', ['【案例一】某客户投诉。', '营业员态度差。', '（1）违反何规定？', '答案：首问负责', '（2）正确的是（A）', 'A.道歉 B.争吵']],
    ['numbered', ['七、案例分析题', '1、某客户投诉。', '营业员态度差。', '问题1：违反何规定？', '答案：首问负责', '问题2：正确的是（A）', 'A.道歉 B.争吵']],
    ['answered below all its parts', ['七、案例分析题', '1、某客户投诉。', '营业员态度差。', '（1）违反何规定？', '（2）正确的是（　）', 'A.道歉 B.争吵', '答案：（1）首问负责', '（2）A']],
  ])('%s', (_, lines) => {
    const [question, ...others] = sound(...lines, '八、判断题', '1、天会下雨。（√）');
    expect([question!.type, question!.stem, others.length]).toEqual(['case', '某客户投诉。\n营业员态度差。', 1]);
    expect(question!.parts.map(({ type, stem, modelAnswer }) => [type, stem.replace(/（.*/, ''), modelAnswer])).toEqual([['shortAnswer', '违反何规定？', '首问负责'], ['single', '正确的是', null]]);
    expect(question!.parts[1]!.options[0]).toEqual({ text: '道歉', credit: 1 });
  });

  it('may have no number of its own, and parts that count from 1', () => {
    const cases = sound('七、案例分析题', '某客户投诉。', '营业员态度差。', '1、违反何规定？（A）', 'A.一 B.二', '2、如何改进？', '答案要点：道歉', '', '另一客户投诉。', '1、如何处理？', '解答：登记', '', '2、还要做什么？', '答：回访');
    expect(cases.map(({ type, stem, line, parts }) => [type, stem, line, parts.length])).toEqual([['case', '某客户投诉。\n营业员态度差。', 2, 2], ['case', '另一客户投诉。', 9, 2]]);
  });

  it('without numbered parts asks what stands last in it', () => {
    const [question] = sound('案例分析题', '1、客户反映停电。营业员没有登记。请分析营业员的错误。', '答案：没有登记');
    expect(question).toMatchObject({ type: 'case', stem: '客户反映停电。营业员没有登记。', parts: [{ type: 'shortAnswer', stem: '请分析营业员的错误。', modelAnswer: '没有登记' }] });
  });
});

describe('a list of keys', () => {
  const paper = ['一、单选题', '1、甲', 'A.一 B.二', '2、乙', 'A.一 B.二', '二、多选题', '1、丙', 'A.一 B.二 C.三', '三、判断题', '1、丁。（　）', '2、戊。', '四、简答题', '1、己？'];
  const right = ['B', 'A', 'AC', 'A', 'B', ''];

  it.each<[string, string[]]>([
    ['under headings', ['参考答案', '一、单选题', '1-2 BA', '二、多选题', '1.AC', '三、判断题', '1.√ 2.×', '四、简答题', '1、己。', '又一行。']],
    ['one after the other', ['答案及解析：', '1-2 BA', '1.AC', '1.对 2.错', '1. 己。', '又一行。']],
    ['with their explanations', ['参考答案：', '一、单选题', '1.B', '2.A', '二、多选题', '1、AC', '三、判断题', '1.正确', '2.错误', '四、简答题', '1. 己。', '又一行。', '解析：略']],
  ])('at the end, %s', (_, keys) => {
    const questions = sound(...paper, ...keys);
    expect(questions.map((question) => said(question)[2])).toEqual(right);
    expect(questions[5]!.modelAnswer).toBe('己。\n又一行。');
  });

  it('at the end, with the keys of a section in one line behind its title', () => {
    const keys = ['答案', '一、单项选择题：1.B 2.A', '二、多选题 1.AC', '三、判断题：1.√ 2.×', '四、简答题：1. 己。'];
    expect(sound(...paper, ...keys).map((question) => said(question)[2])).toEqual(right);
    expect(sound('一、填空题', '1、甲____', '2、乙____', '参考答案', '一、填空题：1. 50  2. 国家电网').map((question) => said(question)[2])).toEqual(['50', '国家电网']);
    const long = Array.from({ length: 40 }, (_, index) => `${index + 1}、甲${index}`).flatMap((stem) => [stem, 'A.一 B.二']);
    const list = Array.from({ length: 40 }, (_, index) => `${index + 1}.${index % 2 ? 'A' : 'B'}`).join(' ');
    expect(sound('一、单选题', ...long, '答案', `一、单选题：${list}`)).toHaveLength(40);
  });

  it('below each section', () => {
    const questions = sound(...paper.slice(0, 5), '答案：1-2 BA', ...paper.slice(5, 8), '答案：1.AC', ...paper.slice(8, 11), '答案：1～2：√×');
    expect(questions.map((question) => said(question)[2])).toEqual(right.slice(0, 5));
  });
});

describe('a plain text', () => {
  it('names the first line of each question, and leaves a title alone', () => {
    const { questions, problems } = readZhText('\ufeff供电营业厅题库\r\n考试时间：90分钟\r\n\r\n一、单项选择题（每题2分，共4分）\r\n1、甲（A）\r\nA.一\r\nB.二\r\n\r\n2、乙（B）\r\nA.一 B.二\r\n');
    expect([questions.map(({ line }) => line), problems]).toEqual([[5, 9], []]);
  });

  it('never throws, whatever stands in it', () => {
    const noise = fc.array(fc.constantFrom('一、单选题', '1、', '（1）', 'A.', 'B、', '（AB）', '答案：', '参考答案', '1-3 ABC', '【案例】', '解析：', '____', '\n', '\n\n', '题', '√', '（×）', '___a___', '难度：', '变量：', '公式：', '七、案例分析题', '问题1：', '配对题', '排序题', '1-A'), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(noise, fc.string()), (text) => {
      const lines = text.split(/\r\n|\n|\r/).length;
      const { questions, problems } = readZhText(text);
      for (const { line } of [...questions, ...problems]) expect(line >= 1 && line <= lines).toBe(true);
    }), { numRuns: 400 });
  });

  it('looks at each line a fixed number of times, however many there are', () => {
    const looks = (count: number): number => {
      let looked = 0;
      const lines = Array.from({ length: count }, (_, index) => lineOf(['题', 'A.一 B.二', '答案：B', ''][index % 4]!.replace('题', `${index / 4 + 1}、甲`), index + 1));
      const counted = new Proxy(lines, { get: (target, key, receiver): unknown => ((looked += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0), Reflect.get(target, key, receiver)) });
      expect(readZhLines(counted).questions).toHaveLength(count / 4);
      return looked / count;
    };
    expect(looks(20_000)).toBeCloseTo(looks(2_000), 2);
  });
});
