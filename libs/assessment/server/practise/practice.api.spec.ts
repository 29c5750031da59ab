import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { type QuestionKey, rightChoice } from '@skillhall/question-bank/domain';
import type { PaperQuestion } from '../../domain/index.js';
import { addQuestion, allTypes, type Part } from '../testing/a-bank.js';

let product: TestApp;
let city: { id: string; path: string };
let hall: { id: string; path: string };
const sessions: Record<string, string> = {};
const people: Record<string, string> = {};
const keys = new Map<string, QuestionKey>();
const chapters = { law: newId(), first: newId() };

const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> => product.arrange((tx) => tx.query(sql, values) as Promise<T[]>);
async function add(code: string, part: Part, place: Partial<Parameters<typeof addQuestion>[3]> = {}, parts: readonly Part[] = []): Promise<string[]> {
  const { versionIds, keys: added } = await addQuestion(product, code, part, { unit: city, explanation: `秘密解析${code}`, ...place }, parts);
  for (const [index, id] of versionIds.entries()) keys.set(id, added[index]!);
  return versionIds;
}

beforeAll(async () => {
  product = await TestApp.start();
  city = await product.addUnit('C', 'city');
  hall = await product.addUnit('Y1', 'hall', city);
  const other = await product.addUnit('Y2', 'hall', city);
  for (const login of ['all', 'scope', 'weak', 'again', 'paper', 'mine', 'theirs']) {
    people[login] = await product.addPerson(login, hall);
    sessions[login] = await product.signIn(login);
  }
  await product.arrange(async (tx) => {
    for (const [id, parent, name] of [[chapters.law, null, '法规'], [chapters.first, chapters.law, '第一章']])
      await tx.query('insert into question_bank.category (id, parent_id, name, unit_id, unit_path) values ($1, $2, $3, $4, $5)', [id, parent, name, city.id, city.path]);
  });
  for (const [type, part] of Object.entries(allTypes)) await add(`T-${type}`, part, { competency: 'BIZ-3' });
  await add('T-case', [{ type: 'case' }, { kind: 'parts' }], { competency: 'BIZ-3' }, [allTypes.single, allTypes.trueFalse]);
  await add('L-1', allTypes.single, { categoryId: chapters.law, competency: 'LAW-1' });
  await add('L-2', allTypes.trueFalse, { categoryId: chapters.first, unit: hall, competency: 'LAW-1' });
  await add('X-exam', allTypes.single, { use: 'examOnly' });
  await add('X-far', allTypes.single, { unit: other });
  await add('X-retired', allTypes.single);
  await rows(`update question_bank.question set current_version = 0 where code = 'X-retired'`);
});
afterAll(() => product.stop());

const questionFields = 'id position type stem options { key text } prompts { key text } blanks { kind unit } case { id stem } values { name value }';
const roundFields = `id mode chapterName endedAt total answered reasons { topic answered missed questions } questions { ${questionFields} } answers { position choice credit right explanation judged }`;
interface Told {
  readonly position: number;
  readonly choice: string[];
  readonly credit: number | null;
  readonly right: string[] | null;
  readonly explanation: string | null;
  readonly judged: string | null;
}
interface Round {
  readonly id: string;
  readonly total: number;
  readonly endedAt: string | null;
  readonly reasons: { topic: string; missed: number; questions: number }[];
  readonly questions: { id: string; position: number; type: string; stem: string; case: { id: string } | null; values: { name: string; value: number }[] }[];
  readonly answers: Told[];
}
type Answer<T> = T & { __typename: string; code?: string; field?: string };

async function ask<T>(login: string, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await product.graphql(query, variables, sessions[login]);
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as T;
}
const failed = '__typename ... on UserError { code } ... on InvalidInputError { field }';
const start = (login: string, input: Record<string, unknown>) => ask<Answer<{ round: Round }>>(login, `mutation ($input: StartPracticeInput!) { startPractice(input: $input) { ${failed} ... on PracticeRoundSuccess { round { ${roundFields} } } } }`, { input });
const round = (login: string, id: string) => ask<Round | null>(login, `query ($id: ID!) { practice(id: $id) { ${roundFields} } }`, { id });
const tell = 'position choice credit right explanation judged';
const reply = (login: string, practiceId: string, position: number, choice: readonly string[]) =>
  ask<Answer<{ answer: Told; ended: boolean }>>(login, `mutation ($input: AnswerPracticeInput!) { answerPractice(input: $input) { ${failed} ... on AnswerPracticeSuccess { ended answer { ${tell} } } } }`, { input: { practiceId, position, choice } });
const judge = (login: string, practiceId: string, position: number, verdict: string) =>
  ask<Answer<{ answer: Told }>>(login, `mutation ($input: JudgePracticeInput!) { judgePractice(input: $input) { ${failed} ... on AnswerPracticeSuccess { answer { judged credit } } } }`, { input: { practiceId, position, verdict } });
interface Home {
  readonly total: number;
  readonly answered: number;
  readonly mastered: number;
  readonly missed: number;
  readonly chapters: { name: string; total: number; answered: number; mastered: number }[];
  readonly open: { id: string; mode: string; answered: number }[];
  readonly weak: { topic: string; answered: number; missed: number }[];
}
const home = (login: string) => ask<Home>(login, '{ practiceHome { total answered mastered missed chapters { name total answered mastered } open { id mode answered } weak { topic answered missed } } }');
const missed = (login: string) => ask<{ totalCount: number; nodes: { review: { question: { stem: string }; choice: string[]; right: string[] | null; explanation: string | null } }[] }>(login, '{ missedAnswers { totalCount nodes { answeredAt review { choice right explanation marks question { id stem } } } } }');
const valuesOf = ({ values }: Round['questions'][number]): Record<string, number> => Object.fromEntries(values.map(({ name, value }) => [name, value]));
const secrets = /秘密解析|示例|首问|kwh\*|"right":\["/;

describe('a round with every type of question', () => {
  it('asks the parts of a case together and draws values, and nothing of a key can be selected before an answer stands', async () => {
    const { round: begun } = await start('all', { mode: 'ordered', size: 50 });
    expect(begun.total).toBe(13);
    expect(JSON.stringify(await round('all', begun.id))).not.toMatch(secrets);
    const places = begun.questions.flatMap((question, index) => (question.case ? [index] : []));
    expect(places).toEqual([places[0], places[0]! + 1]);
    expect(begun.questions.find(({ type }) => type === 'calculation')!.values).toEqual([{ name: 'kwh', value: expect.any(Number) as number }]);
    const [kept] = await rows<{ questions: PaperQuestion[] }>('select questions from assessment.practice where id = $1', [begun.id]);
    expect(JSON.stringify(kept)).not.toMatch(/formula|variables|correct|accepted/);
  });

  it('tells at once what was right; a short answer is judged by its writer alone; the last answer ends it', async () => {
    const { round: begun } = await start('all', { mode: 'ordered', size: 50 });
    for (const question of begun.questions) {
      const right = rightChoice(keys.get(question.id)!, valuesOf(question));
      const told = await reply('all', begun.id, question.position, question.type === 'shortAnswer' ? ['先安抚'] : right);
      expect(told).toMatchObject({ __typename: 'AnswerPracticeSuccess', ended: question.position === 13, answer: { credit: question.type === 'shortAnswer' ? null : 1, right, explanation: expect.stringContaining('秘密解析') as string } });
    }
    const open = begun.questions.find(({ type }) => type === 'shortAnswer')!.position;
    expect(await judge('all', begun.id, open, 'partly')).toMatchObject({ answer: { judged: 'partly', credit: null } });
    expect(await judge('all', begun.id, open, 'good')).toMatchObject({ answer: { judged: 'good' } });
    expect(await judge('all', begun.id, open === 1 ? 2 : 1, 'good')).toMatchObject({ field: 'position' });
    expect((await round('all', begun.id))!.endedAt).not.toBeNull();
    expect(await home('all')).toMatchObject({ total: 12, answered: 12, mastered: 12, missed: 0, open: [], weak: [] });
    expect(await start('all', { mode: 'weakPoint' })).toMatchObject({ __typename: 'PracticeRefusedError', code: 'NO_WEAK_POINTS' });
    expect(await start('all', { mode: 'wrong' })).toMatchObject({ code: 'NOTHING_MISSED' });
  });

  it('refuses what does not fit the question, the place or the round', async () => {
    const { round: begun } = await start('all', { mode: 'random', size: 1 });
    expect(await reply('all', begun.id, 9, [])).toMatchObject({ __typename: 'InvalidInputError', field: 'position' });
    expect(await reply('all', begun.id, 1, ['Q', 'A', 'B', 'Q'])).toMatchObject({ field: 'choice' });
    expect(await start('all', { mode: 'random', size: 51 })).toMatchObject({ field: 'size' });
    expect(await start('all', { mode: 'chapter' })).toMatchObject({ field: 'chapterId' });
    await ask('all', 'mutation ($id: ID!) { endPractice(id: $id) { __typename } }', { id: begun.id });
    expect(await reply('all', begun.id, 1, [])).toMatchObject({ code: 'PRACTICE_ENDED' });
  });
});

describe('what can be practised', () => {
  it('are live questions of the own unit and those above it, never those kept for exams', async () => {
    const { round: begun } = await start('scope', { mode: 'random', size: 50 });
    expect(begun.questions.map(({ stem }) => stem).filter((stem) => stem.startsWith('问X'))).toEqual([]);
    expect(begun.total).toBe(13);
  });

  it('goes chapter by chapter with all that lies below, and shows how far one has come', async () => {
    const { round: begun } = await start('scope', { mode: 'chapter', chapterId: chapters.law });
    expect(begun).toMatchObject({ chapterName: '法规', questions: [{ stem: '问L-1' }, { stem: '问L-2' }] });
    await reply('scope', begun.id, 1, ['B']);
    expect((await home('scope')).chapters).toEqual([{ name: '法规', total: 2, answered: 1, mastered: 0 }, { name: '第一章', total: 1, answered: 0, mastered: 0 }]);
    expect(await start('scope', { mode: 'chapter', chapterId: newId() })).toMatchObject({ code: 'PRACTICE_EMPTY' });
  });

  it('ends where a question has come to be kept for exams since the round began', async () => {
    const [versionId] = await add('Z-late', allTypes.single, { unit: hall, categoryId: chapters.first });
    const { round: begun } = await start('mine', { mode: 'chapter', chapterId: chapters.first });
    const late = begun.questions.find(({ id }) => id === versionId)!;
    await reply('mine', begun.id, late.position, ['B']);
    expect((await missed('mine')).totalCount).toBe(1);
    await rows(`update question_bank.question set use = 'examOnly' where code = 'Z-late'`);
    expect(JSON.stringify(await round('mine', begun.id))).not.toMatch(/Z-late/);
    expect(await reply('mine', begun.id, late.position, ['B'])).toMatchObject({ code: 'PRACTICE_WITHHELD' });
    expect((await missed('mine')).totalCount).toBe(0);
  });
});

describe('a round', () => {
  it('is gone on with on another device; the first answer to a question stays, and sending it again is safe', async () => {
    const first = await start('again', { mode: 'random', size: 3 });
    const one = first.round.questions[0]!;
    const told = await reply('again', first.round.id, 1, []);
    expect(told.answer).toMatchObject({ choice: [], credit: one.type === 'shortAnswer' ? null : 0 });
    expect(await reply('again', first.round.id, 1, rightChoice(keys.get(one.id)!, valuesOf(one)))).toEqual(told);
    const [elsewhere, twice] = await Promise.all([start('again', { mode: 'random', size: 9 }), start('again', { mode: 'random' })]);
    expect([elsewhere.round.id, twice.round.id]).toEqual([first.round.id, first.round.id]);
    expect(elsewhere.round.answers).toEqual([told.answer]);
    expect((await home('again')).open).toEqual([{ id: first.round.id, mode: 'random', answered: 1 }]);
  });

  it('is begun once by two devices at the same moment', async () => {
    const both = await Promise.all([1, 2, 3].map(() => start('again', { mode: 'ordered' })));
    expect(new Set(both.map(({ round: { id } }) => id)).size).toBe(1);
  });

  it('is nobody else’s to read, answer or end', async () => {
    const { round: begun } = await start('mine', { mode: 'random', size: 2 });
    expect(await round('theirs', begun.id)).toBeNull();
    expect(await reply('theirs', begun.id, 1, [])).toMatchObject({ __typename: 'NotFoundError' });
    expect(await judge('theirs', begun.id, 1, 'good')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await ask('theirs', 'mutation ($id: ID!) { endPractice(id: $id) { __typename } }', { id: begun.id })).toMatchObject({ __typename: 'NotFoundError' });
  });
});

/** A paper at a sitting, open or handed in with its answers. */
async function sat(login: string, versionIds: readonly string[], review: string | null, answers: readonly unknown[] = []): Promise<string> {
  const [examId, sittingId, attemptId] = [newId(), newId(), newId()];
  const paper = { questions: versionIds.map((id) => ({ id, type: 'single', optionKeys: ['A', 'B', 'C'], marks: 1 })) };
  const rules = `{"mark": "${review}", "rightAnswer": "${review}", "explanation": "${review}"}`;
  await product.arrange(async (tx) => {
    await tx.query(`insert into assessment.exam (id, title, unit_id, unit_path, state, minutes, pass_mark, blueprint, review) values ($1, '考', $2, $3, 'published', 60, 60, '{"sections": []}', $4)`, [examId, hall.id, hall.path, review ? rules : rules.replaceAll('null', 'never')]);
    await tx.query(`insert into assessment.sitting (id, exam_id, title, unit_id, unit_path, opens_at, closes_at) values ($1, $2, '场', $3, $4, now() - interval '2 hours', now() + interval '1 hour')`, [sittingId, examId, hall.id, hall.path]);
    await tx.query(
      `insert into assessment.attempt (id, sitting_id, person_id, unit_id, unit_path, state, started_at, deadline, paper, submitted_at, submitted_by)
       values ($1, $2, $3, $4, $5, $6, now() - interval '1 hour', now() + interval '1 hour', $7, $8, $9)`,
      [attemptId, sittingId, people[login], hall.id, hall.path, review ? 'submitted' : 'open', JSON.stringify(paper), review ? new Date() : null, review ? 'examinee' : null],
    );
    if (review)
      await tx.query(
        `insert into assessment.attempt_result (attempt_id, score, passed, answered, total, marks, max_marks, pending, answers, key_versions, key_revisions, receipt_code, receipt_digest) values ($1, 0, false, 1, 1, 0, 1, 0, $2, '{}', '{}', 'x', 'x')`,
        [attemptId, JSON.stringify(answers)],
      );
  });
  return attemptId;
}

describe('a question on an open paper', () => {
  it('is not offered, not shown in a round begun before, not answered, and its key is nowhere', async () => {
    const { round: begun } = await start('paper', { mode: 'random', size: 50 });
    const [asked, second] = begun.questions.filter(({ type, case: shared }) => type === 'single' && !shared);
    const before = await reply('paper', begun.id, asked!.position, ['B']);
    expect(before.answer.right).toEqual(['A']);
    const attempt = await sat('paper', [asked!.id, second!.id], null);
    const now = (await round('paper', begun.id))!;
    expect(now.questions.map(({ id }) => id)).not.toEqual(expect.arrayContaining([asked!.id]));
    expect([now.total, now.questions.length, now.answers]).toEqual([13, 11, []]);
    expect(await reply('paper', begun.id, second!.position, ['A'])).toMatchObject({ code: 'PRACTICE_WITHHELD' });
    expect(await reply('paper', begun.id, asked!.position, ['B'])).toMatchObject({ code: 'PRACTICE_WITHHELD' });
    expect(await home('paper')).toMatchObject({ total: 10, answered: 0, missed: 0 });
    expect(await missed('paper')).toEqual({ totalCount: 0, nodes: [] });
    expect((await start('paper', { mode: 'ordered', size: 50 })).round.total).toBe(11);
    await rows(`update assessment.attempt set state = 'submitted', submitted_at = now(), submitted_by = 'server' where id = $1`, [attempt]);
    expect((await round('paper', begun.id))!.answers).toEqual([before.answer]);
    expect((await missed('paper')).nodes).toMatchObject([{ review: { choice: ['B'], right: ['A'], question: { stem: asked!.stem } } }]);
  });
});

describe('weak points', () => {
  it('come from practice and from papers whose mark may be seen, and the round says why', async () => {
    const [law] = await rows<{ id: string }>(`select v.id from question_bank.question_version v join question_bank.question q on q.id = v.question_id where q.code = 'L-1'`);
    const [single] = await rows<{ id: string }>(`select v.id from question_bank.question_version v join question_bank.question q on q.id = v.question_id where q.code = 'T-single'`);
    const wrong = (questionId: string) => ({ questionId, choice: ['B'], correct: false, marks: 0, maxMarks: 1, byPeople: false });
    await sat('weak', [single!.id], 'closed', [wrong(single!.id)]);
    expect(await start('weak', { mode: 'weakPoint' })).toMatchObject({ code: 'NO_WEAK_POINTS' });
    await sat('weak', [law!.id], 'submitted', [wrong(law!.id)]);
    expect((await home('weak')).weak).toEqual([{ topic: 'LAW-1', answered: 1, missed: 1 }]);
    const { round: begun } = await start('weak', { mode: 'weakPoint' });
    expect(begun.reasons).toEqual([{ topic: 'LAW-1', answered: 1, missed: 1, questions: 2 }]);
    expect(begun.questions.map(({ stem }) => stem)).toEqual(['问L-1', '问L-2']);
    await reply('weak', begun.id, 1, ['A']);
    expect((await home('weak')).missed).toBe(0);
    expect((await rows(`select from assessment.practice where person_id = $1`, [people['weak']])).length).toBe(1);
  });
});
