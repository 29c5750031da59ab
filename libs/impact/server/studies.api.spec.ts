import { TestApp } from '@skillhall/api/testing';
import { addMonths, type CivilMonth, newId } from '@skillhall/kernel';
import { textOfPdf } from '@skillhall/platform/pdf/testing';
import { openTable, shown } from '@skillhall/platform/tabular';
import { estimateStacked, NEVER_TREATED } from '@skillhall/statistics';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StudyEffort } from './run-study/study-effort.js';
import { arrangeOtherCourse, arrangeStudyWorld, type StudyWorld } from './testing/study-world.js';

const study = `id title state version planDigest lockedBy dataUntilAtLock mayManage replaces { id } replacedBy { id } course { code } unit { name } latest { number }`;
const save = `mutation ($input: SaveStudyInput!) { saveStudy(input: $input) { __typename ... on StudySuccess { study { ${study} } } ... on UserError { code message } ... on InvalidInputError { field } } }`;
const lock = `mutation ($id: ID!, $version: Int!) { lockStudy(id: $id, version: $version) { __typename ... on StudySuccess { study { ${study} } } ... on UserError { code } } }`;
const drop = `mutation ($id: ID!) { dropStudy(id: $id) { __typename ... on StudySuccess { study { state } } ... on UserError { code } } }`;
const run = `mutation ($input: RunStudyInput!) { runStudy(input: $input) { __typename ... on RunStudySuccess { run { id number state } } ... on UserError { code } } }`;
const ratio = '{ ratio low high }';
const report = `report { verdict sentence headline reasons { code text } notes { code text } effect ${ratio} pValue byPermutation minimumDetectableFall moreHalls moreMonths halls trainedHalls months complaints clusters
  waves { month ratio trainedHalls comparisonHalls } events { relative window ratio } leadsP curve { stable points { decisionWindow ratio } } control ${ratio} sameSpike { trained { before after } untrained { before after } series { relative trained untrained } }
  naive { quarter ${ratio} year ${ratio} } permutation { p draws } sensitivity { sharp breakdown bands { violation low high } } symmetricWindow ${ratio} decisionRate ${ratio} coTraining { halls text course { code } } exclusions { code halls number text }
  avoided { complaints low high } costPerAvoided { cost low high } }`;
const read = `query ($id: ID!) { study(id: $id) { ${study} adjustedPValue runs { id number state reason askedBy progress methodVersion snapshot { id digest halls trainedHalls rows firstMonth lastMonth } ${report} } } }`;

type Answer = Record<string, unknown>;
interface Read extends Answer {
  readonly runs: (Answer & { readonly snapshot: { readonly id: string; readonly digest: string }; readonly report: Answer })[];
}

describe('studies', () => {
  let app: TestApp;
  let world: StudyWorld;
  let city: string;
  let county: string;
  let folder: string;

  const ask = async <T = Answer>(query: string, variables: Answer, session: string): Promise<T> => {
    const { data, errors } = await app.graphql(query, variables, session);
    expect(errors).toBeUndefined();
    return Object.values(data!)[0] as T;
  };
  const plan = () => ({
    ...{ unitId: world.city.id, courseId: world.courseId, title: '沟通课是否减少投诉', outcomeClasses: ['service', 'business'], controlClasses: ['outage', 'supplyQuality'], countRule: 'filed' },
    ...{ decisionWindow: 3, windowSource: 'chosen', wantedFall: 0.2, cluster: 'hall', cost: 50_000 },
  });
  const declared = async (changes: Answer = {}, session = city): Promise<Answer & { id: string; version: number }> => {
    const answer = await ask<{ study: Answer & { id: string; version: number } }>(save, { input: { ...plan(), ...changes } }, session);
    return answer.study;
  };
  const locked = async (changes: Answer = {}): Promise<string> => {
    const { id, version } = await declared(changes);
    await ask(lock, { id, version }, city);
    return id;
  };
  const runOnce = async (input: Answer): Promise<Answer> => {
    const answer = await ask(run, { input }, city);
    await app.runJobs();
    return answer;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    folder = await mkdtemp(join(tmpdir(), 'skillhall-study-'));
    Object.assign(app.app.get(StudyEffort), { permutations: 49, sharp: false });
    world = await arrangeStudyWorld(app, { seed: 3, units: 80, unitsPerWave: 12, ratio: 0.7, meanCount: 3 });
    await app.addPerson('city', world.city, ['manager']);
    await app.addPerson('county', world.counties[0]!, ['manager']);
    [city, county] = await Promise.all([app.signIn('city'), app.signIn('county')]);
  }, 60_000);
  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is declared, locked, run, and answers as the method does on the same data', async () => {
    const { id, version, state } = await declared();
    expect(state).toBe('declared');
    expect(await ask(run, { input: { studyId: id } }, city)).toMatchObject({ __typename: 'StudyStateError', code: 'STUDY_STATE' });
    const answer = await ask<{ study: Answer }>(lock, { id, version }, city);
    expect(answer.study).toMatchObject({ state: 'locked', planDigest: expect.stringMatching(/^[0-9a-f]{64}$/), lockedBy: '人员city', dataUntilAtLock: '2025-12' });
    expect(await runOnce({ studyId: id })).toMatchObject({ run: { number: 1, state: 'waiting' } });
    const { runs, adjustedPValue } = await ask<Read>(read, { id }, city);
    const [{ report: found, snapshot, ...done }] = runs as [Read['runs'][number]];
    expect(done).toMatchObject({ state: 'done', progress: 100, reason: '', askedBy: '人员city', methodVersion: 'stacked-clean-window-1' });
    expect(snapshot).toMatchObject({ halls: 80, trainedHalls: 60, rows: 80 * 36, firstMonth: '2023-01', lastMonth: '2025-12' });
    const direct = estimateStacked({ ...world.world, decisionWindow: 3 });
    const effect = found['effect'] as Record<string, number>;
    expect(effect['ratio']).toBeCloseTo(direct.ratio, 10);
    expect(effect['low']).toBeCloseTo(direct.lower, 10);
    expect(found).toMatchObject({ halls: 80, trainedHalls: 60, months: 36, clusters: 80, byPermutation: direct.inference === 'permutation', permutation: { draws: 49 } });
    expect(adjustedPValue).toBeCloseTo(found['pValue'] as number, 12);
    // The truth is 0.7, and the interval holds it.
    expect(effect['low']! < 0.7 && 0.7 < effect['high']!).toBe(true);
  }, 60_000);

  it('says what else may explain it: another course, months without volumes, complaints nowhere, drift', async () => {
    await arrangeOtherCourse(app, world, 5);
    const [gap, early] = [world.halls[1]!, world.halls[2]!];
    await app.arrange(async (tx) => {
      await tx.query(`delete from complaints.hall_month where (unit_id = $1 and month = '2024-03-01') or (unit_id = $2 and month < '2023-04-01')`, [gap.id, early.id]);
      await tx.query(`insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, content_hash) values (gen_random_uuid(), 'gap', $1, $2, '2024-03-05', 'service', '', '\\x00')`, [gap.id, gap.path]);
    });
    app.app.get(StudyEffort).sharp = true;
    const id = await locked({ title: '对照', cluster: 'county' });
    await runOnce({ studyId: id });
    app.app.get(StudyEffort).sharp = false;
    const { runs: [{ report: found }] } = (await ask<Read>(read, { id }, city)) as { runs: [Read['runs'][number]] };
    expect(found['coTraining']).toEqual([{ halls: 5, course: { code: 'LAW-101' }, text: '同一时期，受训厅中有 5 个也接受了“法律法规”，两门课的作用分不开。' }]);
    const [{ n }] = (await app.arrange((tx) => tx.query(`select count(*)::int as n from complaints.complaint where class in ('service', 'business') and ((unit_id = $1 and month = '2024-03-01') or (unit_id = $2 and month < '2023-04-01'))`, [gap.id, early.id]))) as [{ n: number }];
    expect(found['exclusions']).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'no-volume', halls: 2, number: 4 }), expect.objectContaining({ code: 'complaints-without-volume', number: n })]));
    expect(found['clusters']).toBe(2);
    expect(found['sensitivity']).toMatchObject({ sharp: true });
    const draft = 'query ($unitId: ID!, $courseId: ID!) { studyDraft(unitId: $unitId, courseId: $courseId) { decisionWindow windowSource trainedHalls waves { month halls } } }';
    expect(await ask(draft, { unitId: world.city.id, courseId: world.courseId }, city)).toMatchObject({ decisionWindow: 6, windowSource: 'unknown', trainedHalls: 60, waves: [12, 12, 12, 12, 12].map((halls) => expect.objectContaining({ halls })) });
    expect(await ask(draft, { unitId: world.city.id, courseId: newId() }, city)).toMatchObject({ decisionWindow: 3, windowSource: 'usual', trainedHalls: 0 });
    expect(await ask(draft, { unitId: world.city.id, courseId: world.courseId }, county)).toBeNull();
    // The conditional test is seconds of work on a quiet machine.
  }, 240_000);

  it('proposes the window that was written down when halls were sent to training, and a long one as soon as one was not', async () => {
    const draft = 'query ($unitId: ID!, $courseId: ID!) { studyDraft(unitId: $unitId, courseId: $courseId) { decisionWindow windowSource trainedHalls } }';
    const asked = { unitId: world.city.id, courseId: world.courseId };
    const { times } = world.world.options;
    const trained = world.halls.flatMap((hall, at) => (world.world.firstTreated[at * times] === NEVER_TREATED ? [] : [{ ...hall, month: world.monthOf(world.world.firstTreated[at * times]!) }]));
    const write = (halls: typeof trained, looked: (month: CivilMonth) => CivilMonth) =>
      app.arrange((tx) =>
        tx.query(
          `insert into learning.training_assignment (id, course_id, unit_id, unit_path, state, planned_month, reason, looked_from, looked_until, decided_by, held_on)
           select gen_random_uuid(), $1, id, path, 'held', month, 'spike', looked, month, '会议', month from unnest($2::uuid[], $3::text[], $4::date[], $5::date[]) as t(id, path, month, looked)`,
          [world.courseId, halls.map(({ id }) => id), halls.map(({ path }) => path), halls.map(({ month }) => `${month}-01`), halls.map(({ month }) => `${looked(month)}-01`)],
        ),
      );
    await write(trained.slice(0, 58), (month) => addMonths(month, -2));
    await write(trained.slice(58, 59), (month) => addMonths(month, -7));
    expect(await ask(draft, asked, city)).toEqual({ decisionWindow: 7, windowSource: 'unknown', trainedHalls: 60 });
    await write(trained.slice(59), (month) => addMonths(month, -4));
    expect(await ask(draft, asked, city)).toEqual({ decisionWindow: 7, windowSource: 'recorded', trainedHalls: 60 });
    expect(await ask(draft, { ...asked, unitId: trained[0]!.id }, city)).toEqual({ decisionWindow: 2, windowSource: 'recorded', trainedHalls: 1 });
  });

  it('says in every language why nothing can be estimated, instead of a number', async () => {
    const [{ id: otherId }] = (await app.arrange((tx) => tx.query(`select id from learning.course where code = 'LAW-101'`))) as [{ id: string }];
    const id = await locked({ title: '无人受训', courseId: otherId, unitId: world.halls[79]!.id });
    await runOnce({ studyId: id });
    for (const [locale, words] of [['zh-CN', '现在还不能下结论'], ['zh-TW', '現在還不能下結論'], ['en', 'Nothing can be said yet']]) {
      await app.graphql(`mutation ($locale: String!) { setLocale(locale: $locale) { locale } }`, { locale }, city);
      const { runs: [{ report: found }] } = (await ask<Read>(read, { id }, city)) as { runs: [Read['runs'][number]] };
      expect(found).toMatchObject({ verdict: 'cannotSayYet', effect: null, avoided: null, sentence: expect.stringContaining(words!) });
      expect(JSON.stringify(found)).not.toMatch(/NaN|undefined|\{\{/);
    }
    await app.graphql(`mutation { setLocale(locale: "zh-CN") { locale } }`, {}, city);
  }, 60_000);

  it('refuses a plan that is none, naming the field', async () => {
    const wrong: [Answer, string][] = [[{ title: ' ' }, 'title'], [{ outcomeClasses: [] }, 'outcomeClasses'], [{ controlClasses: ['service'] }, 'controlClasses'], [{ decisionWindow: -1 }, 'decisionWindow'], [{ wantedFall: 0 }, 'wantedFall'], [{ cost: -1 }, 'cost'], [{ unitId: newId() }, 'unitId'], [{ courseId: newId() }, 'courseId']];
    for (const [changes, field] of wrong) expect(await ask(save, { input: { ...plan(), ...changes } }, city)).toMatchObject({ __typename: 'InvalidInputError', field });
  });

  it('changes before the lock and not after it, neither by the API nor beside it', async () => {
    const { id, version } = await declared();
    const changed = await ask<{ study: { version: number } }>(save, { input: { ...plan(), id, version, wantedFall: 0.3 } }, city);
    expect(await ask(save, { input: { ...plan(), id, version, wantedFall: 0.4 } }, city)).toMatchObject({ code: 'STUDY_CHANGED' });
    expect(await ask(lock, { id, version }, city)).toMatchObject({ code: 'STUDY_CHANGED' });
    await ask(lock, { id, version: changed.study.version }, city);
    expect(await ask(save, { input: { ...plan(), id, version: changed.study.version + 1 } }, city)).toMatchObject({ code: 'STUDY_STATE' });
    expect(await ask(drop, { id }, city)).toMatchObject({ code: 'STUDY_STATE' });
    await expect(app.arrange((tx) => tx.query('update impact.study set wanted_fall = 0.5 where id = $1', [id]))).rejects.toThrow('is locked');
  });

  it('is replaced by a new study that names it', async () => {
    const former = await locked();
    const { id, version, replaces } = await declared({ replacesId: former, decisionWindow: 6 });
    expect(replaces).toEqual({ id: former });
    expect(await ask<Read>(read, { id: former }, city)).toMatchObject({ state: 'locked', replacedBy: null });
    await ask(lock, { id, version }, city);
    expect(await ask<Read>(read, { id: former }, city)).toMatchObject({ state: 'replaced', replacedBy: { id } });
    expect(await ask(run, { input: { studyId: former } }, city)).toMatchObject({ code: 'STUDY_STATE' });
    expect(await ask(save, { input: { ...plan(), replacesId: former } }, city)).toMatchObject({ code: 'STUDY_STATE' });
  });

  it('keeps every run with who, when and why, and repeats one on the same data', async () => {
    const id = await locked({ title: '重算' });
    await runOnce({ studyId: id });
    expect(await ask(run, { input: { studyId: id } }, city)).toMatchObject({ __typename: 'StudyReasonError', code: 'STUDY_REASON_NEEDED' });
    const { runs: [first] } = (await ask<Read>(read, { id }, city)) as { runs: [Read['runs'][number]] };
    await app.arrange((tx) => tx.query(`update complaints.hall_month set transactions = transactions + 1 where unit_id = $1`, [world.halls[0]!.id]));
    await runOnce({ studyId: id, reason: '核对', snapshotId: first.snapshot.id });
    await runOnce({ studyId: id, reason: '新数据' });
    const { runs } = await ask<Read>(read, { id }, city);
    expect(runs.map(({ number, reason }) => [number, reason])).toEqual([[3, '新数据'], [2, '核对'], [1, '']]);
    expect(runs[1]!.report).toEqual(runs[2]!.report);
    expect(runs[1]!.snapshot).toEqual(runs[2]!.snapshot);
    expect(runs[0]!.snapshot.digest).not.toBe(first.snapshot.digest);
    expect(await ask(run, { input: { studyId: id, reason: 'x', snapshotId: newId() } }, city)).toMatchObject({ code: 'NOT_FOUND' });
    await app.arrange((tx) => tx.query(`update complaints.hall_month set transactions = transactions - 1 where unit_id = $1`, [world.halls[0]!.id]));
  }, 60_000);

  it('goes out as a workbook and as a document, with its doubts and its log, in the language of the reader', async () => {
    const id = await locked({ title: '导出' });
    const pending = await ask<{ run: { id: string } }>(run, { input: { studyId: id } }, city);
    const give = 'mutation ($runId: ID!, $format: StudyFormat!) { exportStudy(runId: $runId, format: $format) { __typename ... on UserError { code } ... on ExportStudySuccess { fileId fileName } } }';
    expect(await ask(give, { runId: pending.run.id, format: 'pdf' }, city)).toMatchObject({ code: 'STUDY_NOT_DONE' });
    await app.runJobs();
    const fetched = async (format: string): Promise<Buffer> => {
      const { fileId, fileName } = await ask<{ fileId: string; fileName: string }>(give, { runId: pending.run.id, format }, city);
      expect(fileName).toMatch(new RegExp(`^导出-1-[0-9-]{10}[.]${format}$`));
      return (await app.inject('GET', `/files/${fileId}`, city)).rawPayload;
    };
    const { runs: [{ report: found, snapshot }] } = (await ask<Read>(read, { id }, city)) as { runs: [Read['runs'][number]] };
    const pages = textOfPdf(await fetched('pdf')).join('');
    for (const words of ['决策期', '锁定的方案', '计算记录', '沟通技巧', '临江市', snapshot.digest.slice(0, 16)]) expect(pages).toContain(words);
    const path = join(folder, 'study.xlsx');
    await writeFile(path, await fetched('xlsx'));
    const table = await openTable(path);
    expect(table.sheetNames).toEqual(expect.arrayContaining(['结论', '锁定的方案', '计算记录']));
    const cells: string[] = [];
    for await (const rows of table.rows()) for (const row of rows) cells.push(...row.cells.map(shown));
    expect(cells).toContain(found['headline']);
    for (const runId of [pending.run.id, newId(), 'x']) expect(await ask(give, { runId, format: 'xlsx' }, county)).toMatchObject({ code: 'NOT_FOUND' });
  }, 60_000);

  it('does not begin a run while another is under way, and does one that is repeated only once', async () => {
    const id = await locked({ title: '并发' });
    await ask(run, { input: { studyId: id } }, city);
    expect(await ask(run, { input: { studyId: id, reason: 'x' } }, city)).toMatchObject({ code: 'STUDY_RUNNING' });
    await app.runJobs();
    const [row] = await app.arrange((tx) => tx.query('select id from impact.study_run where study_id = $1', [id]) as Promise<{ id: string }[]>);
    await app.arrange((tx) => tx.query(`insert into platform.outbox (kind, name, key, payload) values ('job', 'impact.run-study', 'again', $1)`, [JSON.stringify({ runId: row!.id })]));
    await app.runJobs();
    const { runs } = await ask<Read>(read, { id }, city);
    expect(runs).toHaveLength(1);
    const [{ n }] = (await app.arrange((tx) => tx.query('select count(*)::int as n from impact.snapshot where study_id = $1', [id]))) as [{ n: number }];
    expect(n).toBe(1);
  }, 60_000);

  it('ends a run whose workers died, so that the study can be run again, and leaves one that is under way', async () => {
    const [lost, young] = [await locked({ title: '中断' }), await locked({ title: '在算' })];
    const begin = (studyId: string, hours: number) =>
      app.arrange((tx) => tx.query(`insert into impact.study_run (id, study_id, number, state, reason, asked_at, asked_by_name, begun_at) values (gen_random_uuid(), $1, 1, 'computing', '', now() - make_interval(hours => $2), '甲', now() - make_interval(hours => $2))`, [studyId, hours]));
    await begin(lost, 13);
    await begin(young, 1);
    expect(await ask(run, { input: { studyId: lost, reason: '再算' } }, city)).toMatchObject({ code: 'STUDY_RUNNING' });
    await app.arrange((tx) => tx.query(`insert into platform.outbox (kind, name, key, payload) values ('job', 'impact.end-lost-runs', $1, '{}')`, [newId()]));
    await app.runJobs();
    expect((await ask<Read>(read, { id: lost }, city)).runs).toMatchObject([{ number: 1, state: 'failed' }]);
    expect((await ask<Read>(read, { id: young }, city)).runs).toMatchObject([{ number: 1, state: 'computing' }]);
    expect(await ask(run, { input: { studyId: lost, reason: '再算' } }, city)).toMatchObject({ run: { number: 2 } });
    await app.runJobs();
  }, 60_000);

  it('answers for studies outside the subtree as for studies that do not exist', async () => {
    const id = await locked({ title: '县外' });
    for (const asked of [id, newId(), 'x']) {
      expect(await ask(read, { id: asked }, county)).toBeNull();
      expect(await ask(lock, { id: asked, version: 1 }, county)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await ask(drop, { id: asked }, county)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await ask(run, { input: { studyId: asked } }, county)).toMatchObject({ code: 'NOT_FOUND' });
    }
    const list = 'query ($unitId: ID) { studies(unitId: $unitId) { totalCount nodes { id mayManage } } }';
    expect(await ask(list, { unitId: null }, county)).toMatchObject({ totalCount: 0 });
    expect(await ask(save, { input: plan() }, county)).toMatchObject({ field: 'unitId' });
    const own = await declared({ unitId: world.counties[0]!.id, title: '本县' }, county);
    expect(await ask(list, { unitId: world.counties[0]!.id }, county)).toMatchObject({ totalCount: 1, nodes: [{ id: own.id, mayManage: true }] });
    expect(await ask(drop, { id: own.id }, county)).toMatchObject({ study: { state: 'dropped' } });
  });
});
