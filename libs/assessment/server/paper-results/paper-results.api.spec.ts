import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { ImportRunner } from '@skillhall/platform/imports';
import { creditOf, type QuestionKey } from '@skillhall/question-bank/domain';
import type { PaperQuestion } from '../../domain/index.js';
import { writtenOf } from '../../domain/index.js';
import { AnalyseExam } from '../analyse-items/analyse-items.service.js';
import { assessmentInvariants } from '../index.js';
import { type Answer, PaperWorld } from '../testing/paper-world.js';

let world: PaperWorld<TestApp>;
beforeAll(async () => {
  world = await PaperWorld.in(await TestApp.start());
});
afterAll(() => world.stop());

interface Form {
  readonly form: string;
  readonly questions: readonly PaperQuestion[];
}
const formsOf = (sittingId: string): Promise<Form[]> =>
  world.product.arrange((tx) => tx.query(`select form, paper -> 'questions' as questions from assessment.printed_form where sitting_id = $1 order by form`, [sittingId]));

const right: Readonly<Record<string, readonly string[]>> = { single: ['B'], multiple: ['A', 'C'], fillIn: ['220', '50'], shortAnswer: ['先听完，再答复'] };
/** Everything right, as it would be read off the paper; texts of some questions are others. */
function sheet({ questions }: Form, others: Readonly<Record<number, string>> = {}): { position: number; text: string }[] {
  return questions.map((question, index) => {
    const text = question.type === 'trueFalse' ? '√' : writtenOf(right[question.type] ?? [], question);
    return { position: index + 1, text: others[index + 1] ?? text };
  });
}
const placeOf = ({ questions }: Form, type: string): number => questions.findIndex((question) => question.type === type) + 1;

const enter = (login: string, sittingId: string, staffNumber: string, form: string, answers: { position: number; text: string }[], more: Record<string, unknown> = {}): Promise<Answer> =>
  world.mutate(login, 'enterPaper', '$input: EnterPaperInput!', 'input: $input', '... on EnterPaperSuccess { name answered total pending } ... on InvalidInputError { field } ... on WrittenAnswerError { question }', {
    input: { sittingId, staffNumber, form, answers, correct: false, ...more },
  });

interface Kept {
  readonly id: string;
  readonly source: string;
  readonly submittedBy: string;
  readonly form: string;
  readonly marks: number;
  readonly pending: number;
  readonly later: { cause: string; marks: number; pending: number }[];
}
const attemptsOf = (sittingId: string): Promise<Kept[]> =>
  world.product.arrange((tx) =>
    tx.query(
      `select a.id, a.source, a.submitted_by as "submittedBy", f.form, r.marks::float8 as marks, r.pending,
         (select coalesce(jsonb_agg(jsonb_build_object('cause', l.cause, 'marks', l.marks, 'pending', l.pending) order by version), '[]') from assessment.later_result l where l.attempt_id = a.id) as later
       from assessment.attempt a join assessment.attempt_result r on r.attempt_id = a.id left join assessment.printed_form f on f.id = a.form_id where a.sitting_id = $1 order by a.id`,
      [sittingId],
    ),
  );

describe('a paper typed in', () => {
  it('is one attempt, graded by the rules of a screen, whose written answers wait for people', async () => {
    const id = await world.running();
    const [, form] = await formsOf(id);
    expect(await enter('examiner', id, ' s1 ', 'b', sheet(form!))).toMatchObject({ __typename: 'EnterPaperSuccess', name: '人员s1', answered: 10, total: 10, pending: 1 });
    const [kept, ...more] = await attemptsOf(id);
    expect(more).toEqual([]);
    // All choices and blanks, one of the two verdicts; the text waits.
    expect(kept).toMatchObject({ source: 'paper', submittedBy: 'clerk', form: 'B', marks: 8 + 6 + 1 + 4, pending: 1, later: [] });
    const waiting = await world.product.arrange((tx) => tx.query('select question_id as id from assessment.answer_to_mark where attempt_id = $1', [kept!.id]));
    expect(waiting).toEqual([{ id: form!.questions[placeOf(form!, 'shortAnswer') - 1]!.id }]);
  });

  it('earns for each question what its key says of the letters on that form', async () => {
    const id = await world.running(1);
    const [form] = await formsOf(id);
    const letters = form!.questions.map(({ type }) => ({ single: 'A', multiple: 'AC' })[type as 'single'] ?? '');
    await enter('examiner', id, 's1', 'A', letters.map((text, index) => ({ position: index + 1, text })));
    const [{ answers }] = (await world.product.arrange((tx) => tx.query('select r.answers from assessment.attempt_result r join assessment.attempt a on a.id = r.attempt_id where a.sitting_id = $1', [id]))) as [{ answers: { questionId: string; choice: string[]; marks: number | null; maxMarks: number }[] }];
    const keys = new Map(((await world.product.arrange((tx) => tx.query('select version_id as id, key from question_bank.question_key', []))) as { id: string; key: QuestionKey }[]).map(({ id: version, key }) => [version, key]));
    form!.questions.forEach((question, index) => {
      const choice = [...letters[index]!].map((letter) => question.optionKeys['ABCD'.indexOf(letter)]!).sort();
      expect(answers[index]!.choice).toEqual(choice);
      const credit = creditOf(question, keys.get(question.id)!, choice, question.values);
      expect(answers[index]!.marks).toBe('credit' in credit ? credit.credit * answers[index]!.maxMarks : null);
    });
  });

  it('is never there twice, however many type it in at once', async () => {
    const id = await world.running(1);
    const [form] = await formsOf(id);
    const answers = await Promise.all(Array.from({ length: 4 }, () => enter('examiner', id, 's2', 'A', sheet(form!))));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['EnterPaperError', 'EnterPaperError', 'EnterPaperError', 'EnterPaperSuccess']);
    expect(answers.filter(({ code }) => code === 'PAPER_ENTERED')).toHaveLength(3);
    expect(await attemptsOf(id)).toHaveLength(1);
  });

  it.each([
    ['a form that was not printed', 's1', 'C', {}, { code: 'NO_SUCH_FORM' }],
    ['somebody of another hall', 'far', 'A', {}, { code: 'NOT_ADMITTED' }],
    ['a number that nobody has', 'nobody', 'A', {}, { code: 'NOT_ADMITTED' }],
    ['an option that is not there', 's1', 'A', { 1: 'H' }, { code: 'WRITTEN_NO_OPTION', question: 1 }],
    ['more questions than were asked', 's1', 'A', { 11: 'A' }, { code: 'NO_SUCH_QUESTION', question: 11 }],
  ])('is refused for %s, and nothing is kept', async (_why, staffNumber, form, others, failure) => {
    const id = await world.running(1);
    const [first] = await formsOf(id);
    const answers = Object.entries({ ...Object.fromEntries(sheet(first!).map(({ position, text }) => [position, text])), ...others }).map(([position, text]) => ({ position: Number(position), text }));
    expect(await enter('examiner', id, staffNumber, form, answers)).toMatchObject(failure);
    expect(await attemptsOf(id)).toEqual([]);
  });

  it('is refused before the sitting opens, and where one’s own paper is meant', async () => {
    const planned = await world.planned();
    await world.print('examiner', planned, 1);
    await world.product.runJobs();
    expect(await enter('examiner', planned, 's1', 'A', [])).toMatchObject({ code: 'SITTING_NOT_OPEN' });
    expect(await enter('local', await world.running(1), 'local', 'A', [])).toMatchObject({ code: 'OWN_ENTRY' });
  });

  it('is nobody’s to type in or to read but theirs who manage exams there', async () => {
    const id = await world.running(1);
    const [form] = await formsOf(id);
    expect(await enter('foreign', id, 's1', 'A', sheet(form!))).toMatchObject({ code: 'NOT_FOUND' });
    for (const login of ['s1', 'watch']) expect(await enter(login, id, 's1', 'A', sheet(form!))).toMatchObject({ code: 'FORBIDDEN' });
    await enter('examiner', id, 's1', 'A', sheet(form!));
    const query = 'query ($id: ID!) { paperOfPerson(sittingId: $id, staffNumber: "s1") { name answers { text } } paperEntries(sittingId: $id) { totalCount } }';
    expect(await world.ask('foreign', query, { id })).toEqual({ paperOfPerson: null, paperEntries: { totalCount: 0 } });
    expect(await world.ask('examiner', query, { id })).toMatchObject({ paperOfPerson: { name: '人员s1' }, paperEntries: { totalCount: 1 } });
  });
});

describe('a correction', () => {
  const entered = async (forms = 1): Promise<{ id: string; forms: Form[] }> => {
    const id = await world.running(forms);
    const all = await formsOf(id);
    await enter('examiner', id, 's1', 'A', sheet(all[0]!, { 1: '' }));
    return { id, forms: all };
  };
  const correct = (id: string, form: string, answers: { position: number; text: string }[], note = '第一题漏录') => enter('examiner', id, 's1', form, answers, { correct: true, note });

  it('needs a reason, something to change, and a paper that is there', async () => {
    const { id, forms } = await entered();
    expect(await correct(id, 'A', sheet(forms[0]!), ' ')).toMatchObject({ code: 'INVALID_INPUT', field: 'note' });
    expect(await correct(id, 'A', sheet(forms[0]!, { 1: '' }))).toMatchObject({ code: 'PAPER_SAME' });
    expect(await enter('examiner', id, 's2', 'A', [], { correct: true, note: 'x' })).toMatchObject({ code: 'PAPER_NOT_ENTERED' });
  });

  it('keeps what was typed in before, the first grade and its receipt', async () => {
    const { id, forms } = await entered();
    const [before] = await attemptsOf(id);
    expect(await correct(id, 'A', sheet(forms[0]!))).toMatchObject({ __typename: 'EnterPaperSuccess', pending: 1 });
    const [after] = await attemptsOf(id);
    const gained = forms[0]!.questions[0]!.marks;
    expect(after).toMatchObject({ id: before!.id, marks: before!.marks, later: [{ cause: 'corrected', marks: before!.marks + gained!, pending: 1 }] });
    const versions = await world.product.arrange((tx) => tx.query('select version, note, account_name as name from assessment.paper_entry where attempt_id = $1 order by version', [after!.id]));
    expect(versions).toEqual([{ version: 1, note: '', name: '人员examiner' }, { version: 2, note: '第一题漏录', name: '人员examiner' }]);
    const { paperOfPerson } = await world.ask<{ paperOfPerson: { form: string; answers: { position: number; text: string }[] } }>('examiner', 'query ($id: ID!) { paperOfPerson(sittingId: $id, staffNumber: "s1") { form answers { position text } } }', { id });
    expect(paperOfPerson.answers.find(({ position }) => position === 1)!.text).toBe(sheet(forms[0]!)[0]!.text);
    const { paperEntries } = await world.ask<{ paperEntries: unknown }>('examiner', 'query ($id: ID!) { paperEntries(sittingId: $id, search: "s1") { nodes { version note answered total fromFile } } }', { id });
    const { paperEvidence } = await world.ask<{ paperEvidence: unknown }>('examiner', 'query ($id: ID!) { paperEvidence(attemptId: $id) { grades { cause reason } } }', { id: after!.id });
    expect(paperEvidence).toEqual({ grades: [{ cause: 'first', reason: null }, { cause: 'corrected', reason: '第一题漏录' }] });
    expect(paperEntries).toEqual({ nodes: [{ version: 2, note: '第一题漏录', answered: 10, total: 10, fromFile: false }] });
  });

  it('may be of the form itself, which grades by the other paper', async () => {
    const { id, forms } = await entered(2);
    await correct(id, 'B', sheet(forms[1]!), '卷别看错');
    expect(await attemptsOf(id)).toMatchObject([{ form: 'B', later: [{ cause: 'corrected', marks: 8 + 6 + 1 + 4, pending: 1 }] }]);
  });

  it('of the form counts when a question turns out to be void, whichever form asked it', async () => {
    const { id, forms } = await entered(2);
    await correct(id, 'B', sheet(forms[1]!, { 1: '' }), '卷别看错');
    const [{ examId }] = (await world.product.arrange((tx) => tx.query('select exam_id as "examId" from assessment.sitting where id = $1', [id]))) as [{ examId: string }];
    const asked = (form: Form): string[] => form.questions.filter(({ type }) => type === 'single').map(({ id: question }) => question);
    const declareVoid = (questionId: string) => world.mutate('examiner', 'applyRegrade', '$input: RegradeInput!', 'input: $input', '', { input: { examId, questionId, reason: '题目有错' } });
    await enter('examiner', id, 's2', 'A', sheet(forms[0]!));
    const onlyA = asked(forms[0]!).find((question) => !asked(forms[1]!).includes(question));
    if (onlyA) expect(await declareVoid(onlyA)).toMatchObject({ __typename: 'RegradeSuccess' });
    await enter('examiner', id, 's3', 'B', sheet(forms[1]!));
    const first = forms[1]!.questions[0]!;
    expect(await declareVoid(first.id)).toMatchObject({ __typename: 'RegradeSuccess' });
    await world.product.runJobs();
    const [{ marks }] = (await world.product.arrange((tx) =>
      tx.query(`select l.marks::float8 as marks from assessment.later_result l join assessment.attempt a on a.id = l.attempt_id where a.sitting_id = $1 and a.person_id = $2 order by l.version desc limit 1`, [id, world.people['s1']]),
    )) as [{ marks: number }];
    expect(marks).toBe(8 + 6 + 1 + 4);
  });

  it('of the form has the questions of the paper that was sat analysed, and no others', async () => {
    const { id, forms } = await entered(2);
    const place = placeOf(forms[1]!, 'shortAnswer');
    await correct(id, 'B', sheet(forms[1]!, { [place]: '' }), '卷别看错');
    const [{ examId }] = (await world.product.arrange((tx) => tx.query('select exam_id as "examId" from assessment.sitting where id = $1', [id]))) as [{ examId: string }];
    // An exam of this sitting alone.
    const alone = newId();
    await world.product.arrange(async (tx) => {
      await tx.query(`insert into assessment.exam select (jsonb_populate_record(e, jsonb_build_object('id', $2::uuid))).* from assessment.exam e where id = $1`, [examId, alone]);
      await tx.query('update assessment.sitting set exam_id = $2 where id = $1', [id, alone]);
    });
    await world.product.app.get(AnalyseExam).analyse(alone);
    const { itemAnalysis } = await world.ask<{ itemAnalysis: { items: { versionId: string; attempts: number }[] } }>('examiner', 'query ($id: ID!) { itemAnalysis(examId: $id) { items { versionId attempts } } }', { id: alone });
    expect(itemAnalysis.items.map(({ versionId }) => versionId).sort()).toEqual(forms[1]!.questions.map((question) => question.id).sort());
    expect(itemAnalysis.items.every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('takes an answer back from who was to mark it, and leaves alone what has been marked', async () => {
    const { id, forms } = await entered();
    const place = placeOf(forms[0]!, 'shortAnswer');
    const [{ id: attempt }] = (await attemptsOf(id)) as [Kept];
    await correct(id, 'A', sheet(forms[0]!, { [place]: ' ' }), '简答没有写');
    expect(await attemptsOf(id)).toMatchObject([{ later: [{ pending: 0 }] }]);
    await correct(id, 'A', sheet(forms[0]!), '写在背面');
    await world.product.arrange((tx) => tx.query(`insert into assessment.answer_mark (attempt_id, question_id, round, account_id, share) select attempt_id, question_id, 1, gen_random_uuid(), 5000 from assessment.answer_to_mark where attempt_id = $1`, [attempt]));
    expect(await correct(id, 'A', sheet(forms[0]!, { [place]: '别的' }), '再改')).toMatchObject({ code: 'PAPER_MARKED' });
    expect(await correct(id, 'A', sheet(forms[0]!, { 1: '' }), '第一题其实没写')).toMatchObject({ __typename: 'EnterPaperSuccess' });
    await world.product.arrange((tx) => tx.query('update assessment.answer_to_mark set given = 1 where attempt_id = $1', [attempt]));
  });
});

describe('a file of papers', () => {
  const run = async (name: string, rows: readonly string[], { actor = null, dryRun = false, options = {} }: { actor?: null; dryRun?: boolean; options?: Record<string, string> } = {}) => {
    const head = ['场次', '工号', '卷别', '更正说明', ...Array.from({ length: 10 }, (_, index) => `${index + 1}`)];
    const path = await world.file(name, [head.join(','), ...rows].join('\n'));
    return world.product.app.get(ImportRunner).run({ kind: 'paperResults', path, fileName: name, dryRun, actor, locale: 'zh-CN', options });
  };
  const line = (sitting: string, staffNumber: string, form: Form, others: Readonly<Record<number, string>> = {}, note = ''): string =>
    [sitting, staffNumber, form.form, note, ...sheet(form, others).map(({ text }) => `"${text}"`)].join(',');

  it('is taken in row by row by the same rules, with errors by row and field', async () => {
    const id = await world.running(2);
    const [a, b] = (await formsOf(id)) as [Form, Form];
    const rows = [line(id, 's1', a), line(id, 's2', b, { 1: 'H' }), line(id, 'far', a), line('没有这场', 's3', a), line(id, 's3', { ...a, form: 'D' }), line(id, 's1', a), line(id, 's4', b)];
    const result = await run('papers.csv', rows);
    expect(result).toMatchObject({ failure: null, counts: { created: 2, updated: 0, unchanged: 0 } });
    expect(result.rejected.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'q1', 'WRITTEN_NO_OPTION'],
      [4, 'staffNumber', 'NOT_ADMITTED'],
      [5, 'sitting', 'unknown-sitting'],
      [6, 'form', 'NO_SUCH_FORM'],
      [7, 'staffNumber', 'twice-in-file'],
    ]);
    expect(await attemptsOf(id)).toMatchObject([{ source: 'paper', submittedBy: 'clerk', marks: 19 }, { source: 'paper', submittedBy: 'clerk', marks: 19 }]);
  });

  it('may come again: what is there stays, what is corrected says why, nothing is written in a trial', async () => {
    const id = await world.running(1);
    const [form] = (await formsOf(id)) as [Form];
    expect(await run('trial.csv', [line(id, 's1', form)], { dryRun: true })).toMatchObject({ counts: { created: 1 } });
    expect(await attemptsOf(id)).toEqual([]);
    await run('first.csv', [line(id, 's1', form, { 1: '' }), line(id, 's2', form)]);
    const again = await run('again.csv', [line(id, 's1', form), line(id, 's2', form)]);
    expect(again).toMatchObject({ counts: { created: 0, updated: 0, unchanged: 1 }, rejected: [{ row: 2, code: 'PAPER_ENTERED' }] });
    expect(await run('corrected.csv', [line('', 's1', form, {}, '漏录')], { options: { sitting: id } })).toMatchObject({ counts: { updated: 1 }, rejected: [] });
    expect(await attemptsOf(id)).toHaveLength(2);
  });

  it('reaches only sittings where who brings it manages exams', async () => {
    const id = await world.running(1);
    const [form] = (await formsOf(id)) as [Form];
    const path = await world.file('foreign.csv', ['场次,工号,卷别,1', `${id},s1,A,${sheet(form)[0]!.text}`].join('\n'));
    const actor = { accountId: 'x', personId: null, unitPath: null, name: '别处', grants: [] };
    const result = await world.product.app.get(ImportRunner).run({ kind: 'paperResults', path, fileName: 'foreign.csv', dryRun: true, actor, locale: 'zh-CN' });
    expect(result.rejected.map(({ code }) => code)).toEqual(['unknown-sitting']);
  });
});

describe('afterwards', () => {
  it('every invariant of attempts holds', async () => {
    const parameters: Record<string, unknown[]> = { I1_acknowledgedAnswersAreInTheLog: ['[]'], I2_noAnswerAfterTheEnd: [10], I5_noAttemptOpenLongAfterItsDeadline: [60] };
    for (const [name, sql] of Object.entries(assessmentInvariants)) expect({ name, rows: await world.product.arrange((tx) => tx.query(sql, parameters[name] ?? [])) }).toEqual({ name, rows: [] });
  });
});
