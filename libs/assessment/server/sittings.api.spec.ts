import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { ImportRunner } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessmentInvariants } from './index.js';

let product: TestApp;
let folder: string;
let city: { id: string; path: string };
let hall: { id: string; path: string };
let other: { id: string; path: string };
const people: Record<string, string> = {};
const sessions: Record<string, string> = {};

const bank = ['题号,题型,题干,选项A,选项B,选项C,选项D,答案,解析,类别,能力项,难度,条款'];
for (let n = 1; n <= 12; n++) bank.push(`S-${n},单选题,单选题第${n}道,甲${n},乙${n},丙${n},丁${n},B,秘密解析${n},法律法规,LAW-1,${(n % 3) + 1},`);
for (let n = 1; n <= 6; n++) bank.push(`M-${n},多选题,多选题第${n}道,甲${n},乙${n},丙${n},丁${n},AC,秘密解析多${n},业务知识,BIZ-3,3,`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-sitting-'));
  product = await TestApp.start();
  city = await product.addUnit('C', 'city');
  hall = await product.addUnit('Y1', 'hall', city);
  other = await product.addUnit('Y2', 'hall', city);
  people['admin'] = await product.addPerson('admin', city, ['administrator']);
  people['examiner'] = await product.addPerson('examiner', hall, ['examiner']);
  people['trainer2'] = await product.addPerson('trainer2', other, ['trainer']);
  for (const login of ['s1', 's2', 's3', 's4', 'watch']) people[login] = await product.addPerson(login, hall);
  people['far'] = await product.addPerson('far', other);
  const path = join(folder, 'bank.csv');
  await writeFile(path, bank.join('\n'));
  expect(await product.app.get(ImportRunner).run({ kind: 'questions', path, fileName: 'bank.csv', dryRun: false, actor: null, locale: 'zh-CN' })).toMatchObject({ accepted: 18, rejected: [] });
  for (const login of Object.keys(people)) sessions[login] = await product.signIn(login);
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

type Answer = Record<string, unknown> & { __typename: string; code?: string; field?: string };
async function mutate(login: string, name: string, parameters: string, call: string, fields: string, variables: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await product.graphql(`mutation (${parameters}) { ${name}(${call}) { __typename ... on UserError { code message } ${fields} } }`, variables, sessions[login]);
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as Answer;
}

const row = (changes: Record<string, unknown> = {}) => ({ categoryIds: [], track: null, competency: null, type: null, leastDifficulty: 1, mostDifficulty: 5, count: 1, marks: 1, ...changes });
const examInput = (changes: Record<string, unknown> = {}) => ({
  ...{ unitId: hall.id, title: '上岗考试', instructions: '请独立完成。', minutes: 60, passMark: 60, attemptsAllowed: 1, shuffleQuestions: true, shuffleOptions: true },
  sections: [
    { title: '一、单选题', rows: [row({ type: 'single', count: 6, marks: 1 })], fixed: [] },
    { title: '二、多选题', rows: [row({ type: 'multiple', count: 2, marks: 2 })], fixed: [] },
  ],
  ...{ review: { mark: 'submitted', rightAnswer: 'closed', explanation: 'closed' }, markers: 1, markingGap: 20 },
  ...changes,
});
const saveExam = (login: string, changes: Record<string, unknown> = {}) =>
  mutate(login, 'saveExam', '$input: SaveExamInput!', 'input: $input', '... on InvalidInputError { field } ... on SaveExamSuccess { exam { id version state problems { kind rows { section row } needed available } fitting totals { questions marks } } }', { input: examInput(changes) });
const publish = (login: string, id: string) => mutate(login, 'publishExam', '$id: ID!', 'id: $id', '... on SaveExamSuccess { exam { id state } }', { id });

const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const sittingInput = (examId: string, changes: Record<string, unknown> = {}) => ({
  ...{ examId, unitId: hall.id, title: '第一场', place: '三楼机房', delivery: 'screen', opensAt: minutesFromNow(-1), closesAt: minutesFromNow(120), lateEntryMinutes: 30 },
  ...{ checkIn: 'none', proctoring: { fullScreen: false, blur: true, paste: true }, admittedUnitIds: [hall.id], admittedPostIds: [], invigilatorIds: [people['watch']] },
  ...changes,
});
const saveSitting = (login: string, examId: string, changes: Record<string, unknown> = {}) =>
  mutate(login, 'saveSitting', '$input: SaveSittingInput!', 'input: $input', '... on SaveSittingSuccess { sitting { id version state counts { admitted } } }', { input: sittingInput(examId, changes) });

const attemptFields = 'id state title sections deadline deviceId questions { id type marks section stem options { key text } } answers { questionId choice } receipt { code score marks maxMarks passed submittedBy }';
interface Attempt {
  readonly id: string;
  readonly questions: { id: string; type: string; marks: number; section: number; stem: string; options: { key: string; text: string }[] }[];
  readonly receipt: { score: number | null; marks: number | null; maxMarks: number; passed: boolean; submittedBy: string } | null;
  readonly deadline: string;
  readonly deviceId: string;
}
const start = (login: string, sittingId: string, changes: Record<string, unknown> = {}) =>
  mutate(login, 'startSitting', '$input: StartSittingInput!', 'input: $input', `... on StartAttemptSuccess { attempt { ${attemptFields} } }`, { input: { sittingId, deviceId: `device-${login}`, deviceLabel: '机房电脑', ...changes } }) as Promise<Answer & { attempt: Attempt }>;
const save = (login: string, attemptId: string, clientSeq: number, questionId: string, choice: string[]) =>
  mutate(login, 'saveAnswer', '$input: SaveAnswerInput!', 'input: $input', '', { input: { attemptId, clientSeq, questionId, choice } });
const submit = (login: string, id: string) => mutate(login, 'submitAttempt', '$id: ID!', 'attemptId: $id', `... on SubmitAttemptSuccess { attempt { ${attemptFields} } }`, { id }) as Promise<Answer & { attempt: Attempt }>;

async function published(changes: Record<string, unknown> = {}): Promise<string> {
  const { exam } = (await saveExam('examiner', changes)) as unknown as { exam: { id: string } };
  expect((await publish('examiner', exam.id)).__typename).toBe('SaveExamSuccess');
  return exam.id;
}
async function planned(changes: Record<string, unknown> = {}, examId?: string): Promise<string> {
  const saved = await saveSitting('examiner', examId ?? (await published()), changes);
  expect(saved.__typename).toBe('SaveSittingSuccess');
  return (saved['sitting'] as { id: string }).id;
}

describe('an exam', () => {
  it('says which cells the bank cannot fill, and is not published before it can', async () => {
    const saved = await saveExam('examiner', { sections: [{ title: '', rows: [row({ type: 'multiple', count: 5 }), row({ type: 'multiple', mostDifficulty: 3, count: 4 })], fixed: [] }] });
    expect(saved['exam']).toMatchObject({ fitting: [[6, 6]], totals: { questions: 9, marks: 9 }, problems: [{ kind: 'too-few', rows: [{ section: 0, row: 0 }, { section: 0, row: 1 }], needed: 9, available: 6 }] });
    expect(await publish('examiner', (saved['exam'] as { id: string }).id)).toMatchObject({ code: 'EXAM_NOT_FEASIBLE' });
  });

  it('no longer changes once it is published, and is not overwritten by an older copy before', async () => {
    const { exam } = (await saveExam('examiner')) as unknown as { exam: { id: string; version: number } };
    expect(await saveExam('examiner', { id: exam.id, version: exam.version, title: '改名' })).toMatchObject({ __typename: 'SaveExamSuccess' });
    expect(await saveExam('admin', { id: exam.id, version: exam.version, title: '又改名' })).toMatchObject({ code: 'EXAM_CHANGED' });
    await publish('examiner', exam.id);
    expect(await saveExam('examiner', { id: exam.id, version: exam.version + 2 })).toMatchObject({ code: 'EXAM_STATE' });
  });

  it.each([
    ['title', { title: ' ' }],
    ['minutes', { minutes: 0 }],
    ['passMark', { passMark: 101 }],
    ['sections.0.rows.0.marks', { sections: [{ title: '', rows: [row({ marks: 0.001 })], fixed: [] }] }],
    ['sections.0.rows.0.competency', { sections: [{ title: '', rows: [row({ competency: 'NO-9' })], fixed: [] }] }],
    ['unitId', { unitId: newId() }],
  ])('names the field that is wrong: %s', async (field, changes) => {
    expect(await saveExam('examiner', changes)).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('is nobody’s business outside the subtree', async () => {
    const id = await published();
    expect((await product.graphql('query ($id: ID!) { exam(id: $id) { id } }', { id }, sessions['trainer2'])).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { data } = await product.graphql('query ($id: ID!) { sitting(id: $id) { id } }', { id: await planned({}, id) }, sessions['trainer2']);
    expect(data).toEqual({ sitting: null });
    expect(await saveExam('examiner', { unitId: city.id })).toMatchObject({ field: 'unitId' });
  });
});

describe('a sitting', () => {
  it('goes from the lobby over answers to a receipt, with papers of equal marks that differ', async () => {
    const id = await planned();
    await product.runJobs();
    const lobby = await product.graphql('query ($id: ID!) { mySitting(id: $id) { title state refusal minutes size { questions marks } deadlineIfBegun } }', { id }, sessions['s1']);
    expect(lobby.data).toMatchObject({ mySitting: { title: '第一场', state: 'open', refusal: null, minutes: 60, size: { questions: 8, marks: 10 } } });
    const [one, two] = [await start('s1', id), await start('s2', id)];
    for (const { attempt } of [one, two]) {
      expect(attempt.questions.map(({ section }) => section)).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
      expect(attempt.questions.reduce((sum, { marks }) => sum + marks, 0)).toBe(10);
    }
    expect(one.attempt.questions.map((q) => q.id)).not.toEqual(two.attempt.questions.map((q) => q.id));
    let seq = 0;
    for (const { id: question, type } of one.attempt.questions) expect(await save('s1', one.attempt.id, ++seq, question, type === 'single' ? ['B'] : ['A', 'C'])).toMatchObject({ __typename: 'SaveAnswerSuccess' });
    const done = await submit('s1', one.attempt.id);
    expect(done.attempt.receipt).toMatchObject({ score: 100, marks: 10, maxMarks: 10, passed: true, submittedBy: 'examinee' });
    expect(await start('s1', id)).toMatchObject({ code: 'NO_ATTEMPT_LEFT' });
  });

  it('draws the same paper again for the same person, whatever was prepared before', async () => {
    const id = await planned();
    await product.runJobs();
    const prepared = async () => (await product.arrange((tx) => tx.query('select paper from assessment.prepared_paper where sitting_id = $1 and person_id = $2', [id, people['s3']]))) as { paper: unknown }[];
    const [before] = await prepared();
    await product.arrange((tx) => tx.query('delete from assessment.prepared_paper where sitting_id = $1', [id]));
    await start('s3', id);
    expect(await prepared()).toEqual([before]);
  });

  it('is taken over by a second device, which is written down, and both come to one attempt', async () => {
    const id = await planned();
    const [first, second] = await Promise.all([start('s3', id), start('s3', id, { deviceId: 'phone', deviceLabel: '手机' })]);
    expect(first.attempt.id).toBe(second.attempt.id);
    await start('s3', id, { deviceId: 'third', deviceLabel: '平板' });
    const { data } = await product.graphql('query ($s: ID!, $a: ID!) { attemptEvents(sittingId: $s, attemptId: $a) { kind } }', { s: id, a: first.attempt.id }, sessions['watch']);
    const kinds = (data as { attemptEvents: { kind: string }[] }).attemptEvents.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'begun')).toHaveLength(1);
    expect(kinds.at(-1)).toBe('taken-over');
  });

  it('is begun by many at once, each with the paper drawn for them, also beside one who sends what cannot be stored', async () => {
    const id = await planned();
    await product.runJobs();
    const logins = ['s1', 's2', 's3', 's4'];
    const bad = product.graphql('mutation ($input: StartSittingInput!) { startSitting(input: $input) { __typename } }', { input: { sittingId: id, deviceId: 'watch', deviceLabel: 'a\u0000b' } }, sessions['watch']);
    const begun = await Promise.all(logins.map((login) => start(login, id)));
    expect((await bad).errors).toMatchObject([{ extensions: { code: 'BAD_VALUE' } }]);
    const drawn = (await product.arrange((tx) => tx.query(`select person_id as "personId", paper -> 'questions' as questions from assessment.prepared_paper where sitting_id = $1`, [id]))) as { personId: string; questions: { id: string }[] }[];
    const paperOf = new Map(drawn.map(({ personId, questions }) => [personId, questions.map((question) => question.id)]));
    expect(begun.map(({ attempt }) => attempt.questions.map((question) => question.id))).toEqual(logins.map((login) => paperOf.get(people[login]!)));
    const kept = (await product.arrange((tx) => tx.query(`select a.person_id as "personId", (select count(*)::int from assessment.attempt_event e where e.attempt_id = a.id) as events from assessment.attempt a where a.sitting_id = $1`, [id]))) as { personId: string }[];
    expect(kept.sort((a, b) => a.personId.localeCompare(b.personId))).toEqual(logins.map((login) => ({ personId: people[login]!, events: 1 })).sort((a, b) => a.personId.localeCompare(b.personId)));
    // What is asked on an open paper is withheld from reviews.
    await Promise.all(begun.map(({ attempt }, index) => submit(logins[index]!, attempt.id)));
  });

  it.each([
    ['before it opens', { opensAt: minutesFromNow(30), closesAt: minutesFromNow(90) }, 'SITTING_NOT_OPEN'],
    ['after the late entry', { opensAt: minutesFromNow(-50), lateEntryMinutes: 10 }, 'TOO_LATE'],
    ['on a screen where it is on paper', { delivery: 'paper' }, 'ON_PAPER'],
    ['without the check-in', { checkIn: 'invigilator' }, 'CHECK_IN_NEEDED'],
    ['with a wrong code', { checkIn: 'code' }, 'CHECK_IN_WRONG'],
  ])('cannot be begun %s', async (_when, changes, code) => {
    const id = await planned(changes);
    expect(await start('s4', id, { checkInCode: '12' })).toMatchObject({ code });
  });

  it('does not exist for who is not admitted, and never tells an examinee its code', async () => {
    const id = await planned({ checkIn: 'code' });
    expect(await start('far', id)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await product.graphql('query ($id: ID!) { mySitting(id: $id) { id } }', { id }, sessions['far'])).data).toEqual({ mySitting: null });
    expect((await product.graphql('query ($id: ID!) { sitting(id: $id) { checkInCode } }', { id }, sessions['s4'])).data).toEqual({ sitting: null });
    const { data } = await product.graphql('query ($id: ID!) { sitting(id: $id) { checkInCode } }', { id }, sessions['watch']);
    const code = (data as { sitting: { checkInCode: string } }).sitting.checkInCode;
    expect(code).toMatch(/^\d{6}$/);
    expect(await start('s4', id, { checkInCode: `${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({ __typename: 'StartAttemptSuccess' });
  });

  it('lets more come at once with the code than there are connections', async () => {
    const id = await planned({ checkIn: 'code' });
    const { data } = await product.graphql('query ($id: ID!) { sitting(id: $id) { checkInCode } }', { id }, sessions['watch']);
    const { checkInCode } = (data as { sitting: { checkInCode: string } }).sitting;
    const begun = await Promise.all(Array.from({ length: 8 }, (_, n) => start('s4', id, { checkInCode, deviceId: `device-${n}` })));
    expect(new Set(begun.map(({ attempt }) => attempt.id)).size).toBe(1);
  });

  it('locks the check-in of who guesses codes', async () => {
    const id = await planned({ checkIn: 'code' });
    await product.graphql('query ($id: ID!) { sitting(id: $id) { checkInCode } }', { id }, sessions['watch']);
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 12; n++) codes.push((await start('s4', id, { checkInCode: 'x' })).code);
    expect(codes.slice(-2)).toEqual(['CHECK_IN_LOCKED', 'CHECK_IN_LOCKED']);
    expect(codes.slice(0, 10)).toEqual(Array(10).fill('CHECK_IN_WRONG'));
  });

  it('tells a device with each saved answer whose the paper is now, and keeps what browsers tell of around it', async () => {
    const id = await planned();
    const { attempt } = await start('s4', id);
    await start('s4', id, { deviceId: 'phone', deviceLabel: '手机' });
    const { data } = await product.graphql('mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { ... on SaveAnswerSuccess { deviceId } } }', { input: { attemptId: attempt.id, clientSeq: 1, questionId: attempt.questions[0]!.id, choice: ['A'] } }, sessions['s4']);
    expect(data).toEqual({ saveAnswer: { deviceId: 'phone' } });
    const tell = (login: string, events: { kind: string; seconds?: number; id?: string }[]) => mutate(login, 'recordAttemptEvents', '$input: RecordEventsInput!', 'input: $input', '... on InvalidInputError { field } ... on RecordEventsSuccess { recorded }', { input: { attemptId: attempt.id, deviceId: 'phone', events } });
    expect(await tell('s4', [{ kind: 'left' }, { kind: 'returned', seconds: 12 }])).toMatchObject({ recorded: 2 });
    // The reply was lost, and the batch is told again with one more.
    const [first, second] = [{ kind: 'pasted', id: newId() }, { kind: 'offline', id: newId() }];
    expect(await tell('s4', [first])).toMatchObject({ recorded: 1 });
    expect(await tell('s4', [first, second])).toMatchObject({ recorded: 1 });
    expect(await tell('s4', [{ kind: 'left', id: 'none' }])).toMatchObject({ code: 'INVALID_INPUT', field: 'events' });
    expect(await tell('s4', [{ kind: 'begun' }])).toMatchObject({ code: 'INVALID_INPUT', field: 'events' });
    expect(await tell('s1', [{ kind: 'left' }])).toMatchObject({ recorded: 0 });
    const many = Array.from({ length: 50 }, () => ({ kind: 'left' }));
    let recorded = 0;
    for (let n = 0; n < 12; n++) recorded += (await tell('s4', many))['recorded'] as number;
    expect(recorded).toBe(494);
  });

  it('shows marks, right answers and explanations when its rules say so, and not before', async () => {
    const id = await planned();
    const { attempt } = await start('s2', id);
    await save('s2', attempt.id, 1, attempt.questions[0]!.id, ['A']);
    await submit('s2', attempt.id);
    const review = async () => JSON.stringify(await product.graphql('query ($id: ID!) { attemptReview(id: $id) { right explanation correct marks question { stem } } }', { id: attempt.id }, sessions['s2']));
    expect(await review()).not.toContain('秘密解析');
    expect(await review()).not.toMatch(/"right":\[/);
    await product.arrange((tx) => tx.query(`update assessment.sitting set opens_at = now() - interval '3 hours', closes_at = now() - interval '1 hour' where id = $1`, [id]));
    expect(await review()).toContain('秘密解析');
  });
});

describe('an invigilator', () => {
  const act = (login: string, name: string, parameters: string, call: string, variables: Record<string, unknown>) => mutate(login, name, parameters, call, '... on InvigilateSuccess { sitting { closesAt state } }', variables);

  it('who is named for it extends one, then all, checks in, notes, forces a paper in and ends it; all of it is on record', async () => {
    const id = await planned({ checkIn: 'invigilator' });
    for (const login of ['s1', 's2', 's3']) expect((await act('watch', 'checkInCandidate', '$s: ID!, $p: ID!', 'sittingId: $s, personId: $p', { s: id, p: people[login] })).__typename).toBe('InvigilateSuccess');
    const [one, two] = [await start('s1', id), await start('s2', id)];
    await act('watch', 'extendAttempt', '$s: ID!, $a: ID!', 'sittingId: $s, attemptId: $a, minutes: 10, note: "停电"', { s: id, a: one.attempt.id });
    await act('watch', 'extendSitting', '$s: ID!', 'sittingId: $s, minutes: 5, note: "晚开始"', { s: id });
    const deadline = async (login: string, attempt: string) => ((await product.graphql('query ($id: ID!) { attempt(id: $id) { deadline } }', { id: attempt }, sessions[login])).data as { attempt: { deadline: string } }).attempt.deadline;
    const moved = (before: string, after: string) => Math.round((Date.parse(after) - Date.parse(before)) / 60_000);
    expect(moved(one.attempt.deadline, await deadline('s1', one.attempt.id))).toBe(15);
    expect(moved(two.attempt.deadline, await deadline('s2', two.attempt.id))).toBe(5);
    await act('watch', 'noteIncident', '$s: ID!', 'sittingId: $s, technical: true, note: "键盘失灵"', { s: id });
    expect(await act('watch', 'forceSubmit', '$s: ID!, $a: ID!', 'sittingId: $s, attemptId: $a, note: "离场"', { s: id, a: one.attempt.id })).toMatchObject({ __typename: 'InvigilateSuccess' });
    await act('watch', 'endSitting', '$s: ID!', 'sittingId: $s, note: "全部交卷"', { s: id });
    const board = 'query ($id: ID!) { sitting(id: $id) { state counts { admitted checkedIn open submitted } people(filter: { state: submitted }) { nodes { name attempt { submittedBy answered total } } } incidents { kind note minutes accountName } } }';
    const { sitting } = (await product.graphql(board, { id }, sessions['watch'])).data as { sitting: { incidents: { kind: string }[] } };
    expect(sitting).toMatchObject({ state: 'closed', counts: { admitted: 6, checkedIn: 3, open: 0, submitted: 2 }, people: { nodes: [{ attempt: { submittedBy: 'invigilator' } }, { attempt: { submittedBy: 'invigilator' } }] } });
    expect(sitting.incidents.map(({ kind }) => kind)).toEqual(['ended', 'forced-in', 'technical', 'all-extended', 'extended', 'checked-in', 'checked-in', 'checked-in']);
  });

  it('who is not named, or looks at a sitting of others, can do and see nothing', async () => {
    const id = await planned();
    const { attempt } = await start('s4', id);
    for (const login of ['s1', 'trainer2', 'far'])
      expect(await act(login, 'forceSubmit', '$s: ID!, $a: ID!', 'sittingId: $s, attemptId: $a, note: "x"', { s: id, a: attempt.id })).toMatchObject({ code: 'NOT_FOUND' });
    const elsewhere = await planned();
    expect(await act('watch', 'extendAttempt', '$s: ID!, $a: ID!', 'sittingId: $s, attemptId: $a, minutes: 5, note: ""', { s: elsewhere, a: attempt.id })).toMatchObject({ code: 'ATTEMPT_NOT_OPEN' });
  });
});

describe('afterwards', () => {
  it('every invariant of attempts holds', async () => {
    const parameters: Record<string, unknown[]> = { I1_acknowledgedAnswersAreInTheLog: ['[]'], I2_noAnswerAfterTheEnd: [10], I5_noAttemptOpenLongAfterItsDeadline: [60] };
    for (const [name, sql] of Object.entries(assessmentInvariants)) expect({ name, rows: await product.arrange((tx) => tx.query(sql, parameters[name] ?? [])) }).toEqual({ name, rows: [] });
  });
});
