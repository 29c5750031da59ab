import { TestApp } from '@skillhall/api/testing';
import type { Actor } from '@skillhall/kernel';
import { newId } from '@skillhall/kernel';
import { ImportRunner } from '@skillhall/platform/imports';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawWaves } from '../domain/index.js';
import { LearningRecords } from './index.js';

interface Place {
  readonly id: string;
  readonly path: string;
}
interface Failed {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
}
let product: TestApp;
let folder: string;
let city: Place;
let north: Place;
let south: Place;
const halls: Place[] = [];
const courses = { A: newId(), B: newId(), C: newId(), SOUTH: newId() };

beforeAll(async () => {
  [product, folder] = await Promise.all([TestApp.start(), mkdtemp(join(tmpdir(), 'skillhall-training-'))]);
  city = await product.addUnit('C', 'city');
  north = await product.addUnit('N', 'county', city);
  south = await product.addUnit('S', 'county', city);
  for (let n = 1; n <= 8; n++) halls.push(await product.addUnit(`N-${n}`, 'hall', north, `北${n}厅`));
  halls.push(await product.addUnit('S-1', 'hall', south, '南1厅'));
  await product.arrange(async (tx) => {
    for (const [code, id] of Object.entries(courses)) {
      const unit = code === 'SOUTH' ? south : city;
      await tx.query('insert into learning.course (id, code, unit_id, unit_path) values ($1, $2, $3, $4)', [id, code, unit.id, unit.path]);
      await tx.query(
        `insert into learning.course_version (id, course_id, version, status, name, track, hours, summary, competencies, content_hash) values ($1, $1, 1, 'published', $2, 'business', 1, '', '{}', '\\x00')`,
        [id, `课程${code}`],
      );
    }
    for (const [index, hall] of halls.entries())
      await tx.query('insert into complaints.hall_month (unit_id, unit_path, month, transactions) values ($1, $2, $3, $4)', [hall.id, hall.path, '2026-01-01', 1000 * (index + 1)]);
  });
  await product.addPerson('trainer', north, ['trainer'], '钱老师');
  await product.addPerson('manager', city, ['manager']);
  await product.addPerson('south', south, ['manager']);
  await product.addPerson('clerk', halls[0]!);
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true });
});

const sessions = new Map<string, Promise<string>>();
function sessionOf(login: string): Promise<string> {
  if (!sessions.has(login)) sessions.set(login, product.signIn(login));
  return sessions.get(login)!;
}
async function ask<T>(login: string, document: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await product.graphql(document, variables, await sessionOf(login));
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}
const head = '课程编码,营业厅编码,计划月份,安排理由,看过的月份自,看过的月份至,决定人,举办日期';
const actor: Actor = { accountId: newId(), personId: null, unitPath: null, name: '经理', grants: [{ role: 'manager', unitId: null, path: '' }] };
async function take(lines: string[], scope = '') {
  const path = join(folder, newId());
  await writeFile(path, [head, ...lines].join('\n'));
  return product.app.get(ImportRunner).run({ kind: 'training', path, fileName: 'training.csv', dryRun: false, actor: { ...actor, grants: [{ role: 'manager', unitId: null, path: scope }] }, locale: 'zh-CN' });
}
const plan = { courseId: courses.A, plannedMonth: '2026-04', reason: 'spike', lookedFrom: '2026-01', lookedUntil: '2026-03', decidedBy: '营销部' };
const failed = '... on UserError { code message } ... on InvalidInputError { field }';
const schedule = async (login: string, input: object): Promise<Failed & { halls?: number }> =>
  (await ask<{ scheduleTraining: Failed }>(login, `mutation ($input: ScheduleTrainingInput!) { scheduleTraining(input: $input) { __typename ${failed} ... on ScheduleTrainingSuccess { halls } } }`, { input: { ...plan, ...input } })).scheduleTraining;
interface Session {
  readonly id: string;
  readonly state: string;
  readonly plannedMonth: string;
  readonly reason: string;
  readonly heldOn: string | null;
  readonly unit: { code: string };
}
const list = async (login: string, filter: object = {}): Promise<Session[]> =>
  (await ask<{ trainingAssignments: { nodes: Session[] } }>(login, 'query ($filter: TrainingAssignmentFilter) { trainingAssignments(filter: $filter, limit: 100) { nodes { id state plannedMonth reason lookedFrom decidedBy heldOn unit { code } course { code } } } }', { filter })).trainingAssignments.nodes;
const hold = async (login: string, ids: string[], heldOn: string): Promise<Failed> => (await ask<{ holdTraining: Failed }>(login, `mutation ($ids: [ID!]!, $heldOn: CivilDate!) { holdTraining(ids: $ids, heldOn: $heldOn) { __typename ${failed} } }`, { ids, heldOn })).holdTraining;
const cancel = async (login: string, ids: string[], why: string): Promise<Failed> => (await ask<{ cancelTraining: Failed }>(login, `mutation ($ids: [ID!]!, $why: String!) { cancelTraining(ids: $ids, why: $why) { __typename ${failed} } }`, { ids, why })).cancelTraining;

describe('first sessions', () => {
  it('are planned for all halls below a unit at once, with the reason and the months looked at', async () => {
    expect(await schedule('trainer', { unitIds: [halls[0]!.id, halls[1]!.id] })).toMatchObject({ __typename: 'ScheduleTrainingSuccess', halls: 2 });
    expect(await list('trainer', { courseId: courses.A })).toMatchObject([
      { state: 'planned', plannedMonth: '2026-04', reason: 'spike', lookedFrom: '2026-01', decidedBy: '营销部', unit: { code: 'N-1' }, course: { code: 'A' } },
      { unit: { code: 'N-2' } },
    ]);
  });

  it('are planned once, for all of the halls or for none', async () => {
    expect(await schedule('manager', { unitIds: [north.id] })).toMatchObject({ code: 'TRAINING_SCHEDULED', message: expect.stringContaining('北1厅、北2厅') as string });
    expect(await list('manager', { courseId: courses.A })).toHaveLength(2);
  });

  it('are refused with the field that is wrong', async () => {
    expect(await schedule('manager', { unitIds: [] })).toMatchObject({ field: 'unitIds' });
    expect(await schedule('manager', { unitIds: [halls[4]!.id], lookedFrom: null })).toMatchObject({ field: 'lookedFrom' });
    expect(await schedule('manager', { unitIds: [halls[4]!.id], reason: 'lottery' })).toMatchObject({ field: 'reason' });
    expect(await schedule('manager', { unitIds: [halls[4]!.id], courseId: newId() })).toMatchObject({ field: 'courseId' });
  });

  it('are planned and seen within the own subtree alone', async () => {
    expect(await schedule('trainer', { unitIds: [halls[8]!.id] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await list('south', { courseId: courses.A })).toEqual([]);
    expect(await list('manager', { courseId: '' })).toHaveLength(2);
    const [first] = await list('manager', { courseId: courses.A });
    expect(await cancel('south', [first!.id], '误排')).toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask('clerk', '{ trainingAssignments { totalCount } }')).rejects.toThrow('FORBIDDEN');
  });

  it('are held or cancelled, and then stand', async () => {
    const [first, second] = await list('trainer', { courseId: courses.A });
    expect(await hold('trainer', [first!.id], '2190-01-01')).toMatchObject({ field: 'heldOn' });
    expect(await hold('trainer', [first!.id], '2026-05-03')).toMatchObject({ __typename: 'ScheduleTrainingSuccess' });
    expect(await cancel('trainer', [second!.id], ' ')).toMatchObject({ field: 'why' });
    expect(await cancel('trainer', [first!.id, second!.id], '改期')).toMatchObject({ code: 'TRAINING_NOT_PLANNED' });
    expect(await cancel('trainer', [second!.id], '改期')).toMatchObject({ __typename: 'ScheduleTrainingSuccess' });
    expect((await list('trainer', { courseId: courses.A })).map(({ state }) => state).sort()).toEqual(['cancelled', 'held']);
    await expect(product.arrange((tx) => tx.query(`update learning.training_assignment set reason = 'rotation' where id = $1`, [first!.id]))).rejects.toThrow('is over');
    expect(await schedule('trainer', { unitIds: [halls[1]!.id], plannedMonth: '2026-05', reason: 'rotation', lookedFrom: null, lookedUntil: null })).toMatchObject({ halls: 1 });
  });

  it('tell studies the month they were held and what the decision looked at', async () => {
    const records = product.app.get(LearningRecords);
    const { months, decisions } = await product.arrange(async (tx) => ({ months: await records.firstTrainingMonthByHall(tx, courses.A, ['']), decisions: await records.decisions(tx, courses.A, [north.path]) }));
    expect(months).toEqual([{ unitId: halls[0]!.id, unitPath: halls[0]!.path, month: '2026-05' }]);
    expect(decisions).toMatchObject([{ unitId: halls[0]!.id, reason: 'spike', month: '2026-05', decisionMonths: 4 }, { unitId: halls[1]!.id, reason: 'rotation', state: 'planned', decisionMonths: null }]);
  });

  it('come with hints in the language of the reader', async () => {
    const { trainingHints } = await ask<{ trainingHints: { code: string; message: string }[] }>('manager', 'query ($courseId: ID!, $unitId: ID!) { trainingHints(courseId: $courseId, unitId: $unitId) { code message } }', { courseId: courses.A, unitId: north.id });
    expect(trainingHints.map(({ code }) => code)).toEqual(['lookedUnknown']);
    expect(trainingHints[0]!.message).toContain('1');
  });
});

describe('a file of sessions', () => {
  it('plans, changes and records as held; run again it changes nothing', async () => {
    expect(await take(['C,N-1,2026-02,投诉突增,2025-11,2026-01,营销部,2026-02-10', 'C,N-2,2026年3月,轮训,,,营销部,'])).toMatchObject({ counts: { created: 2 }, rejected: [] });
    expect(await take(['C,N-1,2026-02,投诉突增,2025-11,2026-01,营销部,2026-02-10', 'C,N-2,2026-04,轮训,,,营销部,'])).toMatchObject({ counts: { created: 0, updated: 1, unchanged: 1 }, rejected: [] });
    expect((await list('manager', { courseId: courses.C })).map(({ state, plannedMonth, unit }) => [unit.code, state, plannedMonth])).toEqual([['N-2', 'planned', '2026-04'], ['N-1', 'held', '2026-02']]);
  });

  it('claims no lottery: one is drawn here, and is not the word of a file', async () => {
    const { rejected, counts } = await take(['C,N-6,2026-02,抽签,,,甲,', 'C,N-2,2026-04,抽签,,,营销部,'], north.path);
    expect(rejected.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 lottery-not-drawn', '3 lottery-not-drawn']);
    expect(counts).toMatchObject({ created: 0, updated: 0 });
  });

  it('names each row that cannot be taken in', async () => {
    const lines = ['X,N-3,2026-02,轮训,,,甲,', 'C,S-1,2026-02,轮训,,,甲,', 'C,N-3,2026-02,投诉突增,,,甲,', 'C,N-4,2026-02,轮训,,,甲,2190-01-01', 'C,N-1,2026-02,轮训,,,甲,', 'C,N-5,2026-02,轮训,,,甲,', 'C,N-5,2026-03,轮训,,,甲,'];
    const outcome = await take(lines, north.path);
    expect(outcome.rejected.map(({ row, code }) => `${row} ${code}`).sort()).toEqual(['2 unknown-course', '3 unknown-hall', '4 bad-plan', '5 bad-plan', '6 held-already', '8 repeated-hall']);
    expect(outcome).toMatchObject({ counts: { created: 1 } });
  });
});

describe('a lottery of training', () => {
  const order = { courseId: courses.B, tiersBy: 'rate', tiers: 2, waves: 2, firstMonth: '2026-06', monthsApart: 4, keptShare: 0.25, decidedBy: '总经理办公会' };
  const fields = 'id state seed seedDigest lots { code tier wave unit { name } }';
  interface Lottery {
    readonly id: string;
    readonly state: string;
    readonly seed: string | null;
    readonly seedDigest: string;
    readonly lots: { code: string; tier: number; wave: number | null }[];
  }
  const prepare = async (login: string, input: object): Promise<Failed & { lottery?: Lottery }> =>
    (await ask<{ prepareLottery: Failed }>(login, `mutation ($input: PrepareLotteryInput!) { prepareLottery(input: $input) { __typename ${failed} ... on LotterySuccess { lottery { ${fields} } } } }`, { input: { ...order, ...input } })).prepareLottery;
  const step = async (login: string, verb: 'drawLottery' | 'dropLottery', id: string): Promise<Failed & { lottery?: Lottery }> =>
    (await ask<Record<string, Failed>>(login, `mutation ($id: ID!) { ${verb}(id: $id) { __typename ... on UserError { code message } ... on LotterySuccess { lottery { ${fields} } } } }`, { id }))[verb]!;
  let prepared: Lottery;

  it('is written down with halls, tiers and the digest of a seed that nobody can read', async () => {
    prepared = (await prepare('trainer', { unitIds: [north.id] })).lottery!;
    expect(prepared).toMatchObject({ state: 'prepared', seed: null });
    // Equal rates: the code decides; four halls in each tier.
    expect(prepared.lots.map(({ code, tier, wave }) => `${code} ${tier} ${wave}`)).toEqual(['N-1 1 null', 'N-2 1 null', 'N-3 1 null', 'N-4 1 null', 'N-5 2 null', 'N-6 2 null', 'N-7 2 null', 'N-8 2 null']);
    const reading = product.database.asActor({ accountId: newId(), personId: null, unitPath: null, name: '', grants: [{ role: 'administrator', unitId: null, path: '' }] }, 'training.schedule', (tx) => tx.query('select seed from learning.lottery_seed'));
    await expect(reading).rejects.toThrow('permission denied');
  });

  it('refuses wrong plans and halls elsewhere', async () => {
    expect(await prepare('trainer', { unitIds: [north.id], keptShare: 0.1 })).toMatchObject({ field: 'keptShare' });
    expect(await prepare('trainer', { unitIds: [halls[0]!.id] })).toMatchObject({ field: 'unitIds' });
    expect(await prepare('trainer', { unitIds: [south.id] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await prepare('manager', { unitIds: [north.id], courseId: courses.C })).toMatchObject({ code: 'TRAINING_SCHEDULED' });
  });

  it('is drawn once; with the seed anybody draws the same, and the sessions are planned', async () => {
    expect(await step('south', 'drawLottery', prepared.id)).toMatchObject({ code: 'NOT_FOUND' });
    const drawn = (await step('trainer', 'drawLottery', prepared.id)).lottery!;
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(sha256(drawn.seed!)).toBe(prepared.seedDigest);
    const again = drawWaves(new Map(prepared.lots.map(({ code, tier }) => [code, tier])), order, drawn.seed!, sha256);
    expect(new Map(drawn.lots.map(({ code, wave }) => [code, wave]))).toEqual(again);
    const planned = await list('trainer', { courseId: courses.B });
    expect(Object.fromEntries(planned.map(({ unit, plannedMonth }) => [unit.code, plannedMonth]))).toEqual(
      Object.fromEntries([...again].flatMap(([code, wave]) => (wave ? [[code, wave === 1 ? '2026-06' : '2026-10']] : []))),
    );
    expect(planned).toHaveLength(6);
    expect(await step('trainer', 'drawLottery', prepared.id)).toMatchObject({ code: 'LOTTERY_STATE' });
    // A session that was drawn is recorded as held by a file, and moved by none.
    const { unit, plannedMonth } = planned[0]!;
    expect(await take([`B,${unit.code},${plannedMonth},抽签,,,总经理办公会,`], north.path)).toMatchObject({ counts: { created: 0 }, rejected: [] });
    expect((await take([`B,${unit.code},2026-01,抽签,,,总经理办公会,`], north.path)).rejected).toMatchObject([{ code: 'held-already' }]);
    await expect(product.arrange((tx) => tx.query('update learning.lottery_hall set wave = 1 where lottery_id = $1', [prepared.id]))).rejects.toThrow('drawn once');
  });

  it('may be given up before the draw, and stays on record', async () => {
    const { lottery } = await prepare('south', { unitIds: [halls[8]!.id], tiers: 1, waves: 1 });
    expect(lottery).toBeUndefined();
    const other = (await prepare('manager', { unitIds: halls.slice(5, 8).map(({ id }) => id), courseId: courses.C, tiers: 1, waves: 1, tiersBy: 'size' })).lottery!;
    expect(await step('manager', 'dropLottery', other.id)).toMatchObject({ lottery: { state: 'dropped', seed: null } });
    const { trainingLotteries } = await ask<{ trainingLotteries: { state: string }[] }>('manager', '{ trainingLotteries { state } }');
    expect(trainingLotteries.map(({ state }) => state).sort()).toEqual(['drawn', 'dropped']);
  });
});

describe('what the people of a hall had learnt by a day', () => {
  const query = 'query ($unitId: ID!, $day: CivilDate!) { hallLearning(unitId: $unitId, day: $day) { people courses { course { code } completed withQuiz } learners { person { staffNumber } courses { course { code } completedOn } } } }';
  const read = async (login: string, unitId: string, day: string) => (await ask<{ hallLearning: object | null }>(login, query, { unitId, day })).hallLearning;

  it('counts who was there in that month and what they had completed by then', async () => {
    const hall = halls[3]!;
    for (const [number, since, completed] of [['w1', '2025-01-01', '2026-03-10T15:30:00Z'], ['w2', '2025-01-01', '2026-03-10T16:30:00Z'], ['w3', '2026-04-01', null]] as const) {
      const person = await product.addPerson(number, hall);
      await product.arrange(async (tx) => {
        await tx.query('update directory.person set since = $2 where id = $1', [person, since]);
        if (completed)
          await tx.query('insert into learning.enrolment (id, person_id, course_id, course_version_id, unit_id, unit_path, completed_at) values ($1, $2, $3, $3, $4, $5, $6)', [newId(), person, courses.A, hall.id, hall.path, completed]);
      });
    }
    // Half past eleven in the evening of 10 March in China; the other finished half past midnight of the 11th.
    expect(await read('trainer', hall.id, '2026-03-10')).toMatchObject({ people: 2, courses: [{ course: { code: 'A' }, completed: 1, withQuiz: false }] });
    expect(await read('trainer', hall.id, '2026-03-11')).toMatchObject({ people: 2, courses: [{ completed: 2 }], learners: [{ person: { staffNumber: 'w1' }, courses: [{ completedOn: '2026-03-10' }] }, { person: { staffNumber: 'w2' } }] });
    expect(await read('trainer', hall.id, '2026-04-02')).toMatchObject({ people: 3 });
    expect(await read('south', hall.id, '2026-04-02')).toBeNull();
  });
});
