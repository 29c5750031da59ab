import { databaseParts } from '@skillhall/api/composition';
import { assessmentInvariants } from '@skillhall/assessment/server';
import { LearningRecords } from '@skillhall/learning/server';
import { createTestDatabase, type TestDatabase } from '@skillhall/platform/testing';
import { verify } from '@node-rs/argon2';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { createDemoWorld } from './create.mjs';
import type { DemoManifest } from './generate.mjs';

interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly role: string;
}

describe('creating the demo company', () => {
  let database: TestDatabase;
  let dataFolder: string;
  let source: DataSource;

  const create = (): Promise<void> => createDemoWorld({ databaseUrl: database.url, dataFolder });
  const ask = <R>(sql: string, values: unknown[] = []): Promise<R[]> => source.query(sql, values);
  const signIns = async (): Promise<SignIn[]> => JSON.parse(await readFile(join(dataFolder, 'demo-accounts.json'), 'utf8')) as SignIn[];
  const counts = (): Promise<object[]> =>
    ask(`select (select count(*) from directory.person) as people, (select count(*) from complaints.complaint) as complaints,
      (select count(*) from learning.enrolment) as enrolments, (select count(*) from assessment.attempt) as attempts,
      (select count(*) from platform.account) as accounts, (select count(*) from directory.role_grant) as grants,
      (select count(*) from learning.course_version) as courses, (select count(*) from question_bank.question_version) as questions,
      (select count(*) from question_bank.category) as categories, (select count(*) from question_bank.media) as pictures, (select count(*) from platform.audit_entry where action = 'demo.created') as marks`);

  beforeAll(async () => {
    [database, dataFolder] = await Promise.all([createTestDatabase(databaseParts), mkdtemp(join(tmpdir(), 'demo-company-'))]);
    source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await create();
  }, 120_000);

  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('takes in every row that was generated', async () => {
    const { counts: wanted } = JSON.parse(await readFile(join(dataFolder, 'demo/manifest.json'), 'utf8')) as DemoManifest;
    const [found] = await ask(`select (select count(*)::int from directory.unit) as units, (select count(*)::int from directory.person) as people,
      (select count(*)::int from complaints.complaint where class in ('service', 'business')) as "counterComplaints",
      (select sum(transactions)::int from complaints.hall_month) as transactions`);
    expect(found).toEqual({ units: wanted['units'], people: wanted['people'], counterComplaints: wanted['counterComplaints'], transactions: wanted['transactions'] });
  });

  it('has one study that was run, whose interval holds the truth that nobody told it, and one still being declared', async () => {
    const { trueEffect } = JSON.parse(await readFile(join(dataFolder, 'demo/manifest.json'), 'utf8')) as DemoManifest & { trueEffect: { rateRatio: number } };
    const studies = await ask<{ state: string; result: { effect: { low: number; high: number }; verdict: string; trainedHalls: number } | null }>(
      `select s.state, r.result from impact.study s left join impact.study_run r on r.study_id = s.id and r.state = 'done' order by s.state`,
    );
    expect(studies.map(({ state }) => state)).toEqual(['declared', 'locked']);
    const { effect, trainedHalls } = studies[1]!.result!;
    expect(trainedHalls).toBe(30);
    expect(effect.low < trueEffect.rateRatio && trueEffect.rateRatio < effect.high).toBe(true);
  });

  it('has what charts mark and homes say: a change of the rules of counting, halls that were trained, alerts seen and not seen', async () => {
    expect(await ask(`select to_char(c.date, 'YYYY-MM') as month, u.type from complaints.taxonomy_change c join directory.unit u on u.id = c.unit_id`)).toEqual([{ month: '2025-01', type: 'city' }]);
    const alerts = await ask<{ seen: boolean; alerts: number; noted: number }>(`select acknowledged_at is not null as seen, count(*)::int as alerts, count(note)::int as noted from impact.alert group by 1 order by 1`);
    expect(alerts).toEqual([{ seen: false, alerts: 2, noted: 0 }, { seen: true, alerts: 2, noted: 2 }]);
  });

  it('has a bank with a chapter for every question, all types in use with a picture among them, some waiting for review and some drafts', async () => {
    const states = await ask(`select latest_state as state, count(*)::int as count, count(distinct type)::int as types, count(category_id)::int as chapters from question_bank.question group by 1 order by 1`);
    expect(states).toEqual([
      { state: 'draft', count: 3, types: 3, chapters: 3 },
      { state: 'inReview', count: 5, types: 5, chapters: 5 },
      { state: 'live', count: 171, types: 10, chapters: 171 },
    ]);
    const [tree] = await ask(`select count(*) filter (where parent_id is null)::int as tracks, count(parent_id)::int as chapters from question_bank.category`);
    expect(tree).toEqual({ tracks: 4, chapters: 20 });
    const pictures = await ask(`select m.name from question_bank.media m join question_bank.question_version v on v.media @> jsonb_build_array(jsonb_build_object('fileId', m.file_id))`);
    expect(pictures).toEqual([{ name: 'meter.png' }]);
  });

  it('knows how often each question was put, by the papers of the year', async () => {
    const [found] = await ask(`select (select sum(times)::int from question_bank.exposure) as counted,
      (select count(distinct (a.id, coalesce(q ->> 'caseId', q ->> 'id')))::int from assessment.attempt a, jsonb_array_elements(a.paper -> 'questions') q where a.started_at >= current_date - interval '12 months') as put,
      (select count(*)::int from question_bank.exposure e where e.day in (select started_at::date from assessment.attempt where sitting_id is not null)) as "inExams"`);
    const { counted, put, inExams } = found as { counted: number; put: number; inExams: number };
    expect([counted, inExams > 50]).toEqual([put, true]);
  });

  it('keeps no telephone or account number of a customer', async () => {
    expect(await ask(`select text from complaints.complaint where text ~ '[0-9]{7,}|100-0'`)).toEqual([]);
  });

  it('trains exactly the halls of each wave, in its month', async () => {
    const { waves } = JSON.parse(await readFile(join(dataFolder, 'demo/manifest.json'), 'utf8')) as DemoManifest;
    const [course] = await ask<{ id: string }>(`select id from learning.course where code = 'COM-102'`);
    const months = await new LearningRecords().firstTrainingMonthByHall(source.manager, course!.id, ['']);
    const codes = new Map((await ask<{ id: string; code: string }>('select id, code from directory.unit')).map(({ id, code }) => [id, code]));
    const wanted = waves.flatMap(({ month, halls }) => halls.map((hall) => `${hall} ${month}`));
    expect(months.map(({ unitId, month }) => `${codes.get(unitId)} ${month}`).sort()).toEqual(wanted.sort());
  });

  it('records why each hall of a wave was sent and which months were looked at', async () => {
    const { waves } = JSON.parse(await readFile(join(dataFolder, 'demo/manifest.json'), 'utf8')) as DemoManifest;
    const held = await ask<{ line: string }>(`select concat_ws(' ', u.code, to_char(a.held_on, 'YYYY-MM'), a.reason, to_char(a.looked_from, 'YYYY-MM'), to_char(a.looked_until, 'YYYY-MM')) as line
      from learning.training_assignment a join directory.unit u on u.id = a.unit_id join learning.course c on c.id = a.course_id where c.code = 'COM-102' and a.state = 'held'`);
    const wanted = waves.flatMap(({ month, halls, decisionWindow: { from, until } }) => halls.map((hall) => `${hall} ${month} spike ${from} ${until}`));
    expect(held.map(({ line }) => line).sort()).toEqual(wanted.sort());
    expect(await ask(`select distinct reason, state from learning.training_assignment where lottery_id is null and state = 'planned'`)).toEqual([{ reason: 'rotation', state: 'planned' }]);
  });

  it('leaves attempts that follow from their answers like any other', async () => {
    const { I2_noAnswerAfterTheEnd: I2, I3_oneResultForEachSubmittedAttempt: I3, I4_scoresFollowFromLogAndKey: I4, I5_noAttemptOpenLongAfterItsDeadline: I5 } = assessmentInvariants;
    for (const rows of [await ask(I2, [0]), await ask(I3), await ask(I4), await ask(I5, [60])]) expect(rows).toEqual([]);
    const [passed] = await ask(`select bool_and(r.passed) as all from learning.activity_progress p join assessment.attempt_result r using (attempt_id)`);
    expect(passed).toEqual({ all: true });
  });

  it('sets exams: two sat, of one of which answers wait for markers where people mark, one open now, one of next week, and both exams can be tried', async () => {
    const sittings = await ask(`select case when now() < opens_at then 'planned' when now() < closes_at then 'open' else 'closed' end as state,
        (select count(*)::int from assessment.attempt a where a.sitting_id = s.id) > 30 as many from assessment.sitting s order by opens_at`);
    expect(sittings).toEqual([{ state: 'closed', many: true }, { state: 'closed', many: true }, { state: 'open', many: false }, { state: 'planned', many: false }]);
    expect(await ask('select from assessment.exam where open_to_practice')).toHaveLength(2);
    const [scores] = await ask<{ low: number; high: number }>(`select min(r.score)::float8 as low, max(r.score)::float8 as high from assessment.attempt_result r join assessment.attempt a on a.id = r.attempt_id where a.sitting_id is not null`);
    expect(scores!.low).toBeLessThan(scores!.high - 10);
    expect(scores!.high).toBeGreaterThan(60);
  });

  it('completes a course exactly where all of its activities are done', async () => {
    const wrong = await ask(`select e.id from learning.enrolment e
      where (e.completed_at is not null) <> not exists (
        select from learning.activity a where a.course_version_id = e.course_version_id and not exists (
          select from learning.activity_progress p where p.enrolment_id = e.id and p.activity_id = a.id and p.state = 'completed'))`);
    expect(wrong).toEqual([]);
    const [{ open }] = (await ask(`select count(*)::int as open from learning.enrolment where completed_at is null`)) as [{ open: number }];
    expect(open).toBeGreaterThan(50);
  });

  it('gives a sign-in for every role, with a list that only its owner reads', async () => {
    const made = await signIns();
    expect(made.map(({ role }) => role)).toEqual(['staff', 'trainer', 'hr', 'manager', 'manager', 'organiser', 'examiner', 'administrator']);
    expect((await stat(join(dataFolder, 'demo-accounts.json'))).mode & 0o777).toBe(0o600);
    for (const { login, password } of made) {
      const [account] = await ask<{ hash: string; must: boolean }>(`select password_hash as hash, must_change_password as must from platform.account where login = $1`, [login]);
      expect(account!.must).toBe(false);
      expect(await verify(account!.hash, password)).toBe(true);
    }
  });

  it('changes nothing when it is done again, even if it was broken off before its end', async () => {
    const before = [await counts(), await signIns()];
    await create();
    expect([await counts(), await signIns()]).toEqual(before);
    // The log only ever grows, so a break is played by taking away what comes last and the mark with it.
    await ask('alter table platform.audit_entry disable trigger keep');
    await ask(`delete from platform.audit_entry where action = 'demo.created'`);
    await ask(`delete from platform.account`);
    await ask(`delete from directory.role_grant`);
    await create();
    expect([await counts(), await signIns()]).toEqual(before);
  }, 120_000);
});
