/** Titles of columns as people write them, in three languages; compared in lower case with single blanks. */
const plain = (title: string): string => title.toLowerCase().replace(/[\s_-]+/g, ' ').trim();

const oneOf = (...words: string[]): ((title: string) => boolean) => {
  const known = new Set(words);
  return (title) => known.has(plain(title));
};

const people = ['attempt', 'candidate', 'examinee', 'student', 'respondent', 'participant', 'person', 'user', 'staff', 'employee', 'learner'];
const withSuffix = people.flatMap((word) => [word, ...['id', 'no', 'no.', 'number', 'code', 'name'].map((suffix) => `${word} ${suffix}`)]);

export const isAttempt = oneOf(
  ...withSuffix,
  ...['id', 'no', 'no.', 'number', 'name', 'quizattempt', 'attemptid', 'studentid', 'userid', 'uid', 'pid', 'sid', 'login', 'email', 'index', 'row', 'case', 'subject', '#'],
  ...['序号', '編號', '编号', '序號', '答卷', '答卷号', '答卷編號', '答卷编号', '考生', '考号', '考號', '准考证号', '准考證號', '工号', '工號', '员工编号', '員工編號', '学号', '學號', '姓名', '人员', '人員'],
);
export const isItem = oneOf('item', 'item id', 'question', 'question id', 'itemid', 'questionid', '题目', '题号', '试题', '试题编号', '題目', '題號', '試題', '試題編號');
export const isMark = oneOf('mark', 'marks', 'score', 'points', '得分', '分数', '分數');
export const isMaximum = oneOf('max', 'max mark', 'max marks', 'max score', 'maximum', 'maximum mark', 'maximum marks', 'maxmark', '满分', '滿分', '分值', '配分');
export const isChoice = oneOf('choice', 'choices', 'chosen', 'answer', 'response', '选择', '所选', '作答', '選擇', '所選');
export const isKey = oneOf('key', 'correct', 'correct answer', 'right answer', '正确答案', '标准答案', '正確答案', '標準答案');
export const isOptions = oneOf('options', 'option', '选项', '選項');
/** A column that adds the others up is no item. */
export const isTotal = oneOf('total', 'sum', 'total score', 'total mark', 'total marks', 'summarks', 'sumgrades', 'grade', '总分', '總分', '合计', '合計', '总成绩', '總成績');

/** `Q. 1 /2.50`, as Moodle writes the title of a question worth 2.50. */
const worth = /^(.+?)\s*\/\s*(\d+[.,]\d{1,2})$/;

/** A title, and the maximum that stands in it. */
export function titleAndMaximum(title: string): { readonly name: string; readonly maximum: number | undefined } {
  const parts = worth.exec(title);
  return parts ? { name: parts[1]!, maximum: Number(parts[2]!.replace(',', '.')) } : { name: title, maximum: undefined };
}
