import fc from 'fast-check';
import { exchangeQuestion, type ExchangeQuestion } from '../exchange-question.js';
import { comesBack } from '../testing/comes-back.js';
import { readMoodleXml } from './read-moodle-xml.js';
import { writeMoodleXml } from './write-moodle-xml.js';

const quiz = (...questions: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;
const of = (type: string, body: string, stem = '题'): string => `<question type="${type}"><name><text>名</text></name><questiontext format="html"><text>${stem}</text></questiontext>${body}</question>`;
const one = (text: string): ExchangeQuestion => {
  const { questions, problems } = readMoodleXml(text);
  expect({ problems, count: questions.length }).toEqual({ problems: [], count: 1 });
  return questions[0]!;
};
const answer = (fraction: number | string, text: string, more = ''): string => `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`;
const codes = (text: string) => readMoodleXml(text).problems.map(({ line, code }) => [line, code]);

describe('a question in Moodle XML', () => {
  it.each<[string, object]>([
    [of('multichoice', `<single>true</single>${answer(100, '<![CDATA[<p>甲</p>]]>', '<feedback format="html"><text>对</text></feedback>')}${answer(0, '乙')}`), { type: 'single', options: [{ text: '甲', credit: 1, feedback: '对' }, { text: '乙', credit: 0 }] }],
    [of('multichoice', `<single>false</single>${answer('33.33333', '甲')}${answer('66.66667', '乙')}${answer(-50, '丙')}`), { type: 'multiple', rule: 'perOption', options: [{ text: '甲', credit: 0.3333333 }, { text: '乙', credit: 0.6666667 }, { text: '丙', credit: -0.5 }] }],
    [of('multichoice', `<single>0</single>${answer(50, '甲')}${answer(50, '乙')}${answer(-100, '丙')}`), { type: 'multiple', rule: 'missingProportional' }],
    [of('truefalse', `${answer(100, 'true', '<feedback><text>对</text></feedback>')}${answer(0, 'false')}`), { type: 'trueFalse', options: [{ text: '正确', credit: 1, feedback: '对' }, { text: '错误', credit: 0 }] }],
    [of('truefalse', `${answer(0, 'true')}${answer(100, 'false')}`), { options: [{ text: '正确', credit: 0 }, { text: '错误', credit: 1 }] }],
    [of('shortanswer', `<usecase>1</usecase><answer fraction="100"><text>国网 &lt;甲&gt;</text></answer><answer fraction="50"><text>国家电网</text></answer>`), { type: 'fillIn', matchCase: true, answers: [{ blank: 1, text: '国网 <甲>', credit: 1 }, { blank: 1, text: '国家电网', credit: 0.5 }] }],
    [of('numerical', '<answer fraction="100"><text>220</text><tolerance>5</tolerance></answer><units><unit><multiplier>1</multiplier><unit_name>V</unit_name></unit></units>'), { type: 'numeric', answers: [{ blank: 1, value: 220, tolerance: 5, credit: 1, unit: 'V' }] }],
    [of('numerical', '<answer fraction="100"><text>3</text><tolerance>0</tolerance></answer><answer fraction="0"><text>*</text><feedback><text>再想想</text></feedback></answer>'), { answers: [{ value: 3 }], explanation: '再想想' }],
    [of('matching', '<subquestion format="html"><text><![CDATA[<p>甲</p>]]></text><answer><text>一</text></answer></subquestion><subquestion><text>乙</text><answer><text>二</text></answer></subquestion><subquestion><text></text><answer><text>三</text></answer></subquestion>'), { type: 'matching', pairs: [{ prompt: '甲', match: '一' }, { prompt: '乙', match: '二' }, { prompt: '', match: '三' }] }],
    [of('essay', '<graderinfo format="html"><text><![CDATA[<p>要点</p>]]></text></graderinfo>'), { type: 'shortAnswer', modelAnswer: '要点' }],
    [of('ordering', `<gradingtype>-1</gradingtype>${answer('1.0000000', '甲')}${answer('2.0000000', '乙')}`), { type: 'ordering', rule: 'allOrNothing', items: ['甲', '乙'] }],
  ])('%s', (xml, expected) => expect(one(quiz(xml))).toMatchObject({ name: '名', stem: '题', line: 3, ...expected }));

  it('has a line of its own where several stand on one, and so has what is odd about it', () => {
    const [good, bad] = [of('truefalse', `${answer(100, 'true')}${answer(0, 'false')}`), of('truefalse', `${answer(0, 'true')}${answer(0, 'false')}`)];
    const { questions, problems } = readMoodleXml(`<quiz>${good}${bad}${good}</quiz>`);
    expect([questions.map(({ line }) => line), problems]).toEqual([[1, 2, 3], [{ line: 2, code: 'no-right-option' }]]);
    const apart = readMoodleXml(`<quiz>\n${good.replace('</name>', '</name>\n\n')}${good}\n\n\n${good}</quiz>`);
    expect(apart.questions.map(({ line }) => line)).toEqual([2, 5, 7]);
  });

  it('with embedded answers has a blank for each', () => {
    const text = '<![CDATA[<p>频率是{1:NUMERICAL:=50:0.5#对~%50%49:1}赫兹，单位写作{2:SHORTANSWER_C:=Hz~%50%hz#大小写}，公司是{1:SHORTANSWER:%100%国网&amp;电力~*#不对}。</p>]]>';
    expect(one(quiz(of('cloze', '', text)))).toMatchObject({
      ...{ type: 'fillIn', matchCase: true, stem: '频率是_____赫兹，单位写作_____，公司是_____。' },
      answers: [{ blank: 1, value: 50, tolerance: 0.5, credit: 1, feedback: '对' }, { blank: 1, value: 49, tolerance: 1, credit: 0.5 }, { blank: 2, text: 'Hz', credit: 1 }, { blank: 2, text: 'hz', credit: 0.5, feedback: '大小写' }, { blank: 3, text: '国网&电力', credit: 1 }],
    });
    expect(one(quiz(of('cloze', '', '频率是{:NM:=50:0.5}')))).toMatchObject({ type: 'numeric', answers: [{ value: 50 }] });
    expect(readMoodleXml(quiz(of('multianswer', '', '首都是{1:MC:=北京~上海}')))).toMatchObject({ questions: [{ stem: '首都是_____', answers: [{ text: '北京' }] }], problems: [{ line: 3, code: 'cloze-choice' }] });
  });

  it('that is computed has its formula and the values that are drawn', () => {
    const dataset = (name: string) => `<dataset_definition><status><text>private</text></status><name><text>${name}</text></name><minimum><text>1</text></minimum><maximum><text>10</text></maximum><decimals><text>1</text></decimals></dataset_definition>`;
    const body = `<answer fraction="100"><text>pow({a},2)*{b}</text><tolerance>0.01</tolerance><tolerancetype>2</tolerancetype><correctanswerformat>1</correctanswerformat><correctanswerlength>2</correctanswerlength></answer><dataset_definitions>${dataset('a')}${dataset('b')}</dataset_definitions>`;
    expect(one(quiz(of('calculated', body, '{a}的平方乘{b}，{c}')))).toMatchObject({
      ...{ type: 'calculation', stem: '{{a}}的平方乘{{b}}，{c}', variables: [{ name: 'a', least: 1, most: 10, step: 0.1 }, { name: 'b', least: 1, most: 10, step: 0.1 }] },
      answers: [{ formula: '((a)^(2))*b', tolerance: 0.01, decimals: 2 }],
    });
    expect(codes(quiz(of('calculatedsimple', body.replace('pow({a},2)', 'sin({a})'))))).toEqual([[3, 'formula-not-held'], [3, 'no-answer']]);
    expect(codes(quiz(of('calculatedsimple', body.replace('<tolerancetype>2', '<tolerancetype>1'))))).toEqual([[3, 'tolerance-relative']]);
  });

  it('keeps its number, tags, explanation and the names of its files, and shows no script', () => {
    const question = one(quiz(of('essay', '<idnumber>BIZ-1</idnumber><generalfeedback format="html"><text>&lt;b&gt;因为&lt;/b&gt;</text></generalfeedback><tags><tag><text>BIZ-3</text></tag><tag><text>易错</text></tag></tags>', '<![CDATA[<p>看<img src="@@PLUGINFILE@@/a%20b.png" alt="电表"></p><ul><li>甲</li><li>乙</li></ul><script>alert(1)</script>]]></text><file name="a b.png" encoding="base64">iVBORw0KGgo=</file><text>')));
    expect(question).toMatchObject({ number: 'BIZ-1', competency: 'BIZ-3', tags: ['易错'], explanation: '因为', stem: '看\n- 甲\n- 乙', media: [{ name: 'a b.png', description: '电表' }] });
  });

  it('may stand in any format of text, and without CDATA', () => {
    const stem = (format: string, text: string) => one(quiz(`<question type="essay"><questiontext format="${format}"><text>${text}</text></questiontext></question>`)).stem;
    expect([stem('markdown', '**甲** &lt;乙&gt;\n丙'), stem('plain_text', ' 甲 &amp;lt; '), stem('moodle_auto_format', '甲 &lt;b&gt;乙&lt;/b&gt;'), stem('html', '<p>甲&nbsp;<b>乙</b></p>')]).toEqual(['**甲** <乙>\n丙', '甲 &lt;', '甲 乙', '甲 乙']);
  });
});

describe('a file in Moodle XML', () => {
  it('has categories, and leaves out and names what has no place', () => {
    const { questions, problems } = readMoodleXml(quiz('<question type="category"><category><text>$course$/top/营业/抄表</text></category></question>', of('essay', ''), '<!-- 注 -->', of('ddwtos', ''), of('gapselect', ''), of('description', '')));
    expect(questions).toMatchObject([{ category: '营业/抄表', line: 4 }]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([[6, 'type-not-held'], [7, 'type-not-held'], [8, 'description-left-out']]);
  });

  it.each<[string, [number, string][]]>([
    ['<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><quiz><question type="essay"><questiontext><text>&b;</text></questiontext></question></quiz>', [[1, 'xml-forbidden']]],
    [`<quiz><question type="essay">${'<a>'.repeat(100)}`, [[1, 'xml-damaged']]],
    ['no xml', [[1, 'xml-damaged']]],
    ['', [[1, 'xml-damaged']]],
    ['<quiz/>', [[1, 'no-questions']]],
    [quiz(of('essay', '', '甲 & 乙')), [[3, 'xml-damaged']]],
    [quiz(of('multichoice', answer(0, '甲'))), [[3, 'too-few-options'], [3, 'no-right-option']]],
    [quiz(of('numerical', answer(100, '约三'))), [[3, 'not-a-number'], [3, 'no-answer']]],
  ])('says what is odd and where: %j', (text, expected) => expect(codes(text)).toEqual(expected));

  it('is read as far as it is well formed', () => {
    expect(readMoodleXml(quiz(of('essay', ''), of('essay', '', '甲 & 乙 <br> 丙'))).questions.map(({ stem }) => stem)).toEqual(['题', '甲 & 乙\n丙']);
  });

  it('never makes the reader throw', () => {
    const noise = fc.array(fc.constantFrom('<quiz>', '</quiz>', '<question type="multichoice">', '<question type="cloze">', '<question type="calculated">', '</question>', '<answer fraction="100">', '</answer>', '<text>', '</text>', '<![CDATA[', ']]>', '{1:SA:=a', '}', '&', '<', '题', '<questiontext format="html">', '</questiontext>', '<!DOCTYPE')).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(noise, fc.string()), (text) => {
      const { questions, problems } = readMoodleXml(text);
      for (const { line } of [...questions, ...problems]) expect(line).toBeGreaterThanOrEqual(1);
    }));
  });

  it('costs no more for each question in a longer file', () => {
    // The elements handed over are all that is kept: their number and size follow the questions.
    const text = quiz(...Array.from({ length: 5_000 }, (_, index) => of('multichoice', `<single>true</single>${answer(100, '甲')}${answer(0, '乙')}`, `题${index}`)));
    const { questions, problems } = readMoodleXml(text);
    expect([questions.length, problems.length, questions.at(-1)!.line]).toEqual([5_000, 0, 5_002]);
  });
});

describe('questions written in Moodle XML', () => {
  it('come back as they were where nothing is said to be lost', () => comesBack(writeMoodleXml, readMoodleXml));

  it('say what is lost of them', () => {
    const formula = (text: string) => exchangeQuestion('calculation', 0, '{{a}}', { variables: [{ name: 'a', least: 1, most: 9, step: 2 }], answers: [{ blank: 1, formula: text, tolerance: 0, decimals: 0, credit: 1 }] });
    const { losses, text } = writeMoodleXml([formula('a^2'), formula('if(a>1,a,1)'), exchangeQuestion('matching', 0, '甲', { rule: 'allOrNothing', pairs: [{ prompt: '一', match: '二' }] })]);
    expect(losses.map(({ number, code }) => [number, code])).toEqual([['1', 'step'], ['2', 'not-written'], ['3', 'rule']]);
    expect(text).toContain('<text>pow({a},2)</text>');
  });
});
