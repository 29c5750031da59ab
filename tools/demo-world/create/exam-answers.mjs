// What somebody writes in an exam, and the grade that the product's own rules give it.
import { grade, receiptCode, receiptText } from '@skillhall/assessment/domain';
import { newId } from '@skillhall/kernel';
import { rightChoice } from '@skillhall/question-bank/domain';

const minute = 60_000;

const essays = [
  '先耐心听客户说完，记下诉求，能当场答复的当场答复，不能的说明时限并跟踪到底。',
  '按首问负责制由第一位接待的人员负责到底，需要其他班组配合时由本人联系，办结后回访。',
  '向客户道歉并说明原因，查询系统后告知处理进度，留下联系方式，按承诺时限回复。',
  '请客户去别的窗口问。',
];

const other = (random, keys, right) => {
  const wrong = keys.filter((key) => !right.includes(key));
  return wrong.length ? wrong[Math.floor(random() * wrong.length)] : keys[0];
};

/** Something wrong of the right form. */
function mistaken(random, { type, optionKeys, promptKeys, blanks }, right) {
  if (type === 'multiple') return right.length > 1 ? right.slice(1) : [...right, other(random, optionKeys, right)].sort();
  if (type === 'ordering') return [...right.slice(1), right[0]];
  if (type === 'matching') return [...(right.length === promptKeys?.length ? right.slice(1) : []), right[0] ?? ''];
  if (type === 'fillIn') return Array.from({ length: blanks }, (_, index) => (index === 0 ? '不清楚' : (right[index] ?? '')));
  if (type === 'numeric' || type === 'calculation') return Array.from({ length: blanks ?? 1 }, (_, index) => String(Math.round(Number(right[index] || 0) * 1.1 * 100) / 100 + 1));
  return [other(random, optionKeys, right)];
}

/** Harder questions go wrong more often; now and then one stays blank. */
function choiceOf(random, question, key, ability) {
  if (random() < 0.015) return null;
  if (question.type === 'shortAnswer') return [essays[Math.min(essays.length - 1, Math.floor(random() * 3 + (1 - ability) * 2))]];
  const right = rightChoice(key, question.values);
  return random() < ability ? right : mistaken(random, question, right);
}

const array = (values) => `{${values.map((value) => `"${String(value).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
const text = (date) => date.toISOString();

export function applyAnswers(rows, { sitting, person, keys, random, minutes, passMark, digestOf }) {
  const { paper, personId, unitId, unitPath } = person;
  const ability = Math.min(0.97, Math.max(0.35, 0.76 + 0.28 * (random() + random() - 1)));
  const startedAt = new Date(sitting.opensAt.getTime() + Math.floor(random() * 4 * minute));
  const pace = ((0.5 + random() * 0.45) * minutes * minute) / paper.questions.length;
  const id = newId(startedAt.getTime());
  const log = paper.questions.flatMap((question, index) => {
    const choice = choiceOf(random, question, keys.get(question.id), ability);
    return choice ? [{ clientSeq: index + 1, questionId: question.id, choice, at: new Date(Math.round(startedAt.getTime() + (index + 1) * pace)) }] : [];
  });
  const submittedAt = new Date(Math.round(startedAt.getTime() + (paper.questions.length + 1) * pace));
  const graded = grade(paper, log, keys, passMark);
  const digest = digestOf(receiptText({ attemptId: id, submittedAt, submittedBy: 'examinee', grade: graded }));
  const deadline = new Date(Math.min(startedAt.getTime() + minutes * minute, sitting.closesAt.getTime()));
  rows.attempts.push([id, sitting.id, 1, personId, unitId, unitPath, 'submitted', text(startedAt), text(deadline), text(submittedAt), 'examinee', JSON.stringify(paper), `demo-${personId}`, '机房电脑']);
  for (const { clientSeq, questionId, choice, at } of log) rows.answers.push([id, clientSeq, questionId, array(choice), text(at)]);
  const asked = graded.answers.map(({ questionId }) => questionId);
  rows.results.push([id, graded.score, graded.passed, graded.answered, graded.total, graded.marks, graded.maxMarks, graded.pending, JSON.stringify(graded.answers), array(asked), array(asked.map(() => 0)), receiptCode(digest), digest, text(submittedAt)]);
}
