import fc from 'fast-check';
import { courseText } from './course.js';
import { parseCourseFile, type CourseFile } from './course-file.js';

const sound = [
  '---',
  '课程编码: BIZ-9',
  '课程名称：讲明白电费',
  '类别: 业务知识',
  '学时: 1.5',
  '能力项: BIZ-3、BIZ-4',
  '说明: 学完能核对示数。',
  '---',
  '# 第一单元',
  '## 文章: 四步查清',
  '先核对**示数**。',
  '',
  '### 小标题留在正文里',
  '```',
  '# 代码里的井号不是单元',
  '```',
  '## 测验: 小测',
  '题目: BIZ-001, BIZ-002',
  '及格: 60',
];

const read = (lines: readonly string[]): CourseFile => {
  const parsed = parseCourseFile(lines.join('\n'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

const problems = (lines: readonly string[]): string[] => {
  const parsed = parseCourseFile(lines.join('\n'));
  return parsed.ok ? [] : parsed.error.map(({ line, code }) => `${line} ${code}`);
};

const changed = (changes: Readonly<Record<number, string | null>>): string[] =>
  sound.flatMap((text, index) => (index + 1 in changes ? (changes[index + 1] ?? []) : text));

describe('a course file', () => {
  it('tells modules, articles and quizzes in their order', () => {
    const { content, questionLines } = read(sound);
    expect(content).toEqual({
      code: 'BIZ-9',
      name: '讲明白电费',
      track: 'business',
      hours: 1.5,
      competencies: ['BIZ-3', 'BIZ-4'],
      summary: '学完能核对示数。',
      modules: [
        {
          title: '第一单元',
          activities: [
            { kind: 'article', title: '四步查清', body: sound.slice(10, 16).join('\n') },
            { kind: 'quiz', title: '小测', questionCodes: ['BIZ-001', 'BIZ-002'], passMark: 60, timeLimitMinutes: null },
          ],
        },
      ],
    });
    expect(questionLines.get('BIZ-002')).toBe(18);
  });

  it('reads the same with a byte order mark, with other line ends and in traditional or English words', () => {
    const text = courseText(read(sound).content);
    expect(courseText(read([`\ufeff${sound.join('\r\n')}`]).content)).toBe(text);
    const english = changed({ 2: 'Code: BIZ-9', 3: 'Name: 讲明白电费', 4: 'Track: Business', 5: 'Hours: 1.5', 10: '## Article: 四步查清', 17: '## 測驗：小测', 18: '題目：BIZ-001 BIZ-002' });
    expect(courseText(read(english).content)).toBe(text);
  });

  it.each<[string, Readonly<Record<number, string | null>>, string[]]>([
    ['no front matter', { 1: '课程编码: BIZ-9' }, ['1 front-matter-missing']],
    ['front matter that never ends', { 8: null }, ['1 front-matter-open']],
    ['an unknown field', { 7: '作者: 某某' }, ['7 unknown-field']],
    ['a field twice', { 7: '学时: 2' }, ['7 repeated-field']],
    ['a missing code', { 2: null }, ['7 missing-field']],
    ['a blank name', { 3: '课程名称:' }, ['3 missing-field']],
    ['a code with blanks', { 2: '课程编码: BIZ 9' }, ['2 bad-course-code']],
    ['an unknown track', { 4: '类别: 其他' }, ['4 unknown-track']],
    ['hours that are no number', { 5: '学时: 两' }, ['5 bad-hours']],
    ['an unknown competency', { 6: '能力项: BIZ-3, BIZ-99' }, ['6 unknown-competency']],
    ['text before a module', { 9: '散落的文字' }, ['9 text-outside', '10 activity-outside', '17 activity-outside', '19 no-module']],
    ['an unknown kind of activity', { 10: '## 视频: 四步查清' }, ['10 unknown-activity']],
    ['an article without title', { 10: '## 文章:' }, ['10 missing-title']],
    ['a quiz without questions', { 18: null }, ['17 quiz-without-questions']],
    ['a question twice', { 18: '题目: BIZ-001, BIZ-001' }, ['18 repeated-question']],
    ['a pass mark out of range', { 19: '及格: 101' }, ['19 bad-pass-mark']],
    ['prose inside a quiz', { 19: '祝你好运' }, ['19 quiz-line']],
    ['two mistakes', { 4: '类别: 其他', 19: '及格: 零' }, ['4 unknown-track', '19 bad-pass-mark']],
  ])('with %s names the line and the mistake', (_, changes, expected) => {
    expect(problems(changed(changes))).toEqual(expected);
  });

  it('with an empty module or article names it', () => {
    expect(problems([...sound, '# 第二单元'])).toEqual(['20 empty-module']);
    expect(problems([...sound, '# 第二单元', '## 文章: 空'])).toEqual(['21 empty-article']);
  });

  it('is judged without failing, whatever it holds', () => {
    const line = fc.oneof(fc.constantFrom(...sound), fc.string(), fc.constant('```'));
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => void parseCourseFile(lines.join('\n'))));
  });
});
