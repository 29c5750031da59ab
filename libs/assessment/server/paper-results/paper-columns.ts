import { type Column, defineColumns, identifier, text } from '@skillhall/platform/tabular';

/** More questions than anybody prints. */
export const mostQuestions = 200;

export type QuestionField = `q${number}`;

const question = (n: number): Column<string> => ({ titles: [`${n}`, `第${n}题`, `第${n}題`, `题${n}`, `題${n}`, `q${n}`, `question ${n}`], parse: text });
const questions = Object.fromEntries(Array.from({ length: mostQuestions }, (_, index) => [`q${index + 1}`, question(index + 1)])) as Readonly<Record<QuestionField, Column<string>>>;

/** One row is one paper: who, which form, and what was written for each question. */
export const paperColumns = defineColumns({
  sitting: { titles: ['场次', '考试场次', '場次', '考試場次', 'sitting'], note: '场次名称，或场次网址最后一段；从场次页面导入时可以不填', parse: text },
  staffNumber: { titles: ['工号', '员工编号', '員工編號', '工號', 'staff number'], required: true, parse: identifier },
  name: { titles: ['姓名', 'name'], note: '只供核对，不导入', parse: text },
  form: { titles: ['卷别', '试卷类型', '卷別', 'form'], required: true, note: 'A、B……', parse: text },
  note: { titles: ['更正说明', '更正說明', 'correction note', 'note'], note: '只在更正已录入的答卷时填写原因', parse: text },
  ...questions,
});
export type PaperColumns = typeof paperColumns;
