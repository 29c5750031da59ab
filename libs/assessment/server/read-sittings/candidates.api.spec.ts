import { TestApp } from '@skillhall/api/testing';
import { openTable, shown } from '@skillhall/platform/tabular';
import { newId } from '@skillhall/kernel';
import { DataSource } from 'typeorm';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExamWorld, minutesFromNow } from '../testing/exam-world.js';

let world: ExamWorld<TestApp>;
let examId: string;
beforeAll(async () => {
  world = await ExamWorld.over(await TestApp.start());
  for (const login of ['s1', 's2', 's3']) await world.addPerson(login, world.hall);
  await world.addPerson('guest', world.other);
  await world.addPerson('neighbour', world.other, ['examiner']);
  await world.addPerson('boss', world.city, ['examiner']);
  examId = await world.exam();
});
afterAll(() => world.stop());

const set = (login: string, input: Record<string, unknown>) =>
  world.mutate(login, 'setCandidate', '$input: CandidateInput!', 'input: $input', '', { input: { admitted: null, extraMinutes: 0, ...input } });
const list = 'query ($id: ID!, $filter: CandidateFilter) { sitting(id: $id) { people(filter: $filter) { totalCount nodes { staffNumber byName extraMinutes note } } } }';
const listed = async (id: string, filter: Record<string, unknown> = {}) =>
  (await world.ask<{ sitting: { people: { nodes: { staffNumber: string; note: string | null }[] } } }>('boss', list, { id, filter })).sitting.people.nodes;
const numbers = async (id: string, filter?: Record<string, unknown>) => (await listed(id, filter)).map(({ staffNumber }) => staffNumber);

async function sheet(login: string, address: string): Promise<{ status: number; rows: string[][] }> {
  const answer = await world.product.inject('GET', address, world.session(login));
  if (answer.statusCode !== 200) return { status: answer.statusCode, rows: [] };
  const folder = await mkdtemp(join(tmpdir(), 'skillhall-roll-'));
  try {
    await writeFile(join(folder, 'roll.xlsx'), answer.rawPayload);
    const rows: string[][] = [];
    for await (const batch of (await openTable(join(folder, 'roll.xlsx'))).rows()) rows.push(...batch.map(({ cells }) => cells.map(shown)));
    return { status: 200, rows };
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the candidates of a sitting', () => {
  it('are let in and shut out by name, found again, and the list is a file', async () => {
    const id = await world.sitting(examId);
    expect(await set('boss', { sittingId: id, personId: world.people['guest'], admitted: true, extraMinutes: 20, note: '=视力不好' })).toMatchObject({ __typename: 'SaveSittingSuccess' });
    expect(await set('boss', { sittingId: id, personId: world.people['s2'], admitted: false, note: '产假' })).toMatchObject({ __typename: 'SaveSittingSuccess' });
    expect(await numbers(id)).toEqual(['examiner', 's1', 's3', 'guest']);
    expect(await listed(id, { state: 'shutOut' })).toMatchObject([{ staffNumber: 's2', note: '产假' }]);
    expect(await numbers(id, { state: 'absent', search: 's3' })).toEqual(['s3']);
    const { rows } = await sheet('boss', `/files/sittings/${id}/candidates.xlsx`);
    expect(rows.map((cells) => cells.slice(0, 1).concat(cells.slice(3, 8)))).toEqual([
      ['工号', '状态', '参加依据', '延长分钟', '交卷时间', '备注'],
      ['examiner', '未到', '单位和岗位'],
      ['s1', '未到', '单位和岗位'],
      ['s3', '未到', '单位和岗位'],
      ['guest', '未到', '点名加入', '20', '', '=视力不好'],
    ]);
    expect((await sheet('boss', `/files/sittings/${id}/candidates.xlsx?state=shutOut`)).rows.slice(1).map(([number, , , state]) => [number, state])).toEqual([['s2', '不参加']]);
    expect((await sheet('neighbour', `/files/sittings/${id}/candidates.xlsx`)).status).toBe(404);
    expect((await sheet('boss', '/files/sittings/none/candidates.xlsx')).status).toBe(404);
  });

  it('are not set from outside the scope, nor is anybody of another hall', async () => {
    const id = await world.sitting(examId);
    expect(await set('neighbour', { sittingId: id, personId: world.people['guest'], admitted: true })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await set('examiner', { sittingId: id, personId: world.people['guest'], admitted: true })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are counted before the sitting is planned, by unit and by post', async () => {
    const count = async (login: string, unitIds: string[], postIds: string[] = []) =>
      (await world.ask<{ sittingWouldAdmit: number | null }>(login, 'query ($unitIds: [ID!]!, $postIds: [ID!]!) { sittingWouldAdmit(unitIds: $unitIds, postIds: $postIds) }', { unitIds, postIds })).sittingWouldAdmit;
    expect(await count('examiner', [world.hall.id])).toBe(4);
    expect(await count('boss', [world.hall.id, world.other.id, world.hall.id])).toBe(6);
    expect(await count('boss', [world.hall.id], [newId()])).toBe(0);
    expect(await count('examiner', [world.city.id])).toBeNull();
  });
});

describe('the board', () => {
  it('asks the database as often for two thousand candidates as for a few, and stays cheap', async () => {
    const id = await world.sitting(examId, { opensAt: minutesFromNow(-30) });
    const board = 'query ($id: ID!) { sitting(id: $id) { state counts { admitted open } people(limit: 50) { totalCount nodes { name attempt { answered total timesLeft } } } incidents { id } } }';
    const asked = async (): Promise<{ statements: number; admitted: number }> => {
      const spy = jest.spyOn(world.product.app.get(DataSource).logger, 'logQuery').mockImplementation(() => undefined);
      const { sitting } = await world.ask<{ sitting: { counts: { admitted: number }; people: { nodes: unknown[] } } }>('boss', board, { id });
      const statements = spy.mock.calls.length;
      spy.mockRestore();
      return { statements, admitted: sitting.counts.admitted };
    };
    const few = await asked();
    await seat(id, 2000);
    const many = await asked();
    expect(many.admitted).toBe(few.admitted + 2000);
    expect(many.statements).toBe(few.statements);
    expect(await buffers(id)).toBeLessThan(mostBuffers);
  });
});

/** Of one page of the board with two thousand candidates writing. */
const mostBuffers = 5000;

/** People of the hall who all write, with some answers and some signs each. */
async function seat(sittingId: string, many: number): Promise<void> {
  const paper = JSON.stringify({ questions: Array.from({ length: 50 }, () => ({ id: newId(), optionKeys: ['A', 'B', 'C', 'D'] })) });
  await world.product.arrange(async (tx) => {
    await tx.query(
      `insert into directory.person (id, staff_number, name, unit_id, unit_path)
       select gen_random_uuid(), 'N' || n, '考生' || n, $1, $2 from generate_series(1, $3::int) n`,
      [world.hall.id, world.hall.path, many],
    );
    await tx.query(
      `insert into assessment.attempt (id, sitting_id, number, person_id, unit_id, unit_path, state, started_at, deadline, paper)
       select gen_random_uuid(), $1, 1, p.id, p.unit_id, p.unit_path, 'open', now(), now() + interval '1 hour', $2 from directory.person p where p.staff_number like 'N%'`,
      [sittingId, paper],
    );
    await tx.query(
      `insert into assessment.answer_log (attempt_id, client_seq, question_id, choice)
       select a.id, n, (a.paper -> 'questions' -> n ->> 'id')::uuid, '{A}' from assessment.attempt a, generate_series(1, 10) n where a.sitting_id = $1`,
      [sittingId],
    );
    await tx.query(`insert into assessment.attempt_event (attempt_id, kind) select a.id, 'left' from assessment.attempt a where a.sitting_id = $1`, [sittingId]);
    await tx.query('analyze directory.person');
    await tx.query('analyze assessment.attempt');
  });
}

/** Pages of memory that the statements of the board touch; it hardly moves with the load of the machine. */
async function buffers(sittingId: string): Promise<number> {
  const sent: [string, unknown[]][] = [];
  const spy = jest.spyOn(world.product.app.get(DataSource).logger, 'logQuery').mockImplementation((sql, values) => void sent.push([sql, (values as unknown[]) ?? []]));
  await world.ask('boss', 'query ($id: ID!) { sitting(id: $id) { counts { admitted } people(limit: 50) { totalCount nodes { name attempt { answered total timesLeft } } } } }', { id: sittingId });
  spy.mockRestore();
  let touched = 0;
  for (const [sql, values] of sent.filter(([text]) => text.includes('sitting_unit_admitted u')))
    touched += await world.product.arrange(async (tx) => {
      const [{ 'QUERY PLAN': plan }] = (await tx.query(`explain (analyze, buffers, format json) ${sql}`, values)) as [{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }];
      return plan[0].Plan['Shared Hit Blocks']! + plan[0].Plan['Shared Read Blocks']!;
    });
  return touched;
}
