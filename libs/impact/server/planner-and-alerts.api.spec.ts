import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { unitsNeeded } from '@skillhall/statistics';
import { arrangeStudyWorld, type StudyWorld } from './testing/study-world.js';

type Answer = Record<string, unknown>;

describe('planner and alerts', () => {
  let app: TestApp;
  let world: StudyWorld;
  let city: string;
  let county: string;
  let trainer: string;

  const ask = async <T = Answer>(query: string, variables: Answer, session: string): Promise<T> => {
    const { data, errors } = await app.graphql(query, variables, session);
    expect(errors).toBeUndefined();
    return Object.values(data!)[0] as T;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    world = await arrangeStudyWorld(app, { seed: 5, units: 40, unitsPerWave: 4, meanCount: 2 });
    await app.addPerson('city', world.city, ['manager']);
    await app.addPerson('county', world.counties[1]!, ['manager']);
    await app.addPerson('trainer', world.halls[0]!, ['trainer']);
    [city, county, trainer] = await Promise.all([app.signIn('city'), app.signIn('county'), app.signIn('trainer')]);
  }, 60_000);
  afterAll(() => app.stop());

  const outlook = `query ($input: StudyOutlookInput!) { studyOutlook(input: $input) { __typename ... on UserError { code } ... on InvalidInputError { field }
    ... on StudyOutlook { halls trainedHalls ratePerHallMonth shockSd shockCorrelation shocksFromHistory hallsNeeded minimumDetectableFall table { halls falls { postMonths minimumDetectableFall } }
      orders { plan answerAfterMonths untrained timeline { months power } } soonestPlan soonestMonths sentence notes { code text } } } }`;

  it('plans with the rate and the ups and downs of the halls themselves, before their training', async () => {
    const { world: drawn } = world;
    const before = Array.from(drawn.count.keys()).filter((row) => drawn.time[row]! < drawn.firstTreated[row]!);
    const rate = before.reduce((sum, row) => sum + drawn.count[row]!, 0) / before.length;
    const found = await ask(outlook, { input: { unitId: world.city.id, courseId: world.courseId, fall: 0.5 } }, city);
    expect(found).toMatchObject({ __typename: 'StudyOutlook', halls: 40, trainedHalls: 20, shocksFromHistory: true });
    expect(found['ratePerHallMonth']).toBeCloseTo(rate, 10);
    const plan = { meanCount: rate, shockSd: found['shockSd'] as number, shockCorrelation: found['shockCorrelation'] as number };
    expect(found['hallsNeeded']).toBe(unitsNeeded({ ...plan, fall: 0.5 }));
    expect((found['orders'] as { plan: string }[]).map((order) => order.plan)).toEqual(['1:20', '1:10,5:10', '1:5,5:5,9:5,13:5']);
    expect(found['soonestPlan']).toBe('1:20');
  });

  it('compares the orders that are asked about, and refuses what is none', async () => {
    const input = { unitId: world.city.id, fall: 0.5, orders: [{ waves: [{ month: 1, halls: 30 }] }, { waves: [{ month: 1, halls: 10 }, { month: 2, halls: 10 }] }] };
    const found = await ask(outlook, { input }, city);
    expect((found['notes'] as { code: string }[]).map(({ code }) => code)).toEqual(expect.arrayContaining(['waves-too-close', 'by-lot']));
    const wrong: [Answer, string][] = [[{ fall: 0 }, 'fall'], [{ trainedShare: 1 }, 'trainedShare'], [{ halls: 1 }, 'halls'], [{ outcomeClasses: [] }, 'outcomeClasses'], [{ orders: [{ waves: [{ month: 1, halls: 41 }] }] }, 'orders'], [{ orders: [{ waves: [] }] }, 'orders']];
    for (const [changes, field] of wrong) expect(await ask(outlook, { input: { ...input, ...changes } }, city)).toMatchObject({ __typename: 'InvalidInputError', field });
  });

  it('plans nothing outside the subtree, and nothing without a history', async () => {
    for (const unitId of [world.city.id, world.counties[0]!.id, newId(), 'x']) expect(await ask(outlook, { input: { unitId, fall: 0.2 } }, county)).toMatchObject({ code: 'NOT_FOUND' });
    const empty = await app.addUnit('E', 'county', world.city);
    expect(await ask(outlook, { input: { unitId: empty.id, fall: 0.2 } }, city)).toMatchObject({ __typename: 'StudyNoHistoryError', code: 'STUDY_NO_HISTORY' });
  });

  const alerts = 'query ($unitId: ID, $open: Boolean) { impactAlerts(unitId: $unitId, open: $open) { totalCount nodes { id kind month since complaints text advice acknowledgedBy note unit { code } } } }';
  const acknowledge = 'mutation ($id: ID!, $note: String) { acknowledgeAlert(id: $id, note: $note) { __typename ... on UserError { code } ... on AlertSuccess { alert { acknowledgedBy note } } } }';
  const night = async (): Promise<void> => {
    await app.arrange((tx) => tx.query(`insert into platform.outbox (kind, name, key, payload) values ('job', 'impact.raise-alerts', $1, '{}')`, [newId()]));
    await app.runJobs();
  };

  const pileUp = (hall: { id: string; path: string }, day: string): Promise<unknown> =>
    app.arrange((tx) =>
      tx.query(
        `insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, content_hash)
         select gen_random_uuid(), 'X' || $2 || n, $1, $2, $3::date, 'service', '', '\\x00' from generate_series(1, 60) n`,
        [hall.id, hall.path, day],
      ),
    );

  it('raises no alert about what a hall had long before it was closed', async () => {
    const closed = world.halls[5]!;
    await pileUp(closed, '2025-06-03');
    await app.arrange((tx) => tx.query(`delete from complaints.hall_month where unit_id = $1 and month > '2025-06-01'`, [closed.id]));
    await night();
    expect(await ask(alerts, { unitId: closed.id }, city)).toMatchObject({ totalCount: 0 });
  });

  it('raises an alert for a node above halls by the rate of all of them together, and for no other node', async () => {
    const [quiet, loud] = world.counties as [(typeof world.counties)[number], (typeof world.counties)[number]];
    await app.arrange((tx) =>
      tx.query(
        `insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, content_hash)
         select gen_random_uuid(), 'R' || u.path || n, u.id, u.path, '2025-12-04', 'business', '', '\\x00' from directory.unit u, generate_series(1, 8) n where u.type = 'hall' and starts_with(u.path, $1)`,
        [loud.path],
      ),
    );
    await night();
    const [{ complaints, transactions }] = (await app.arrange((tx) =>
      tx.query(
        `select (select count(*)::int from complaints.complaint join complaints.hall_month h using (unit_id, month) where starts_with(h.unit_path, $1) and month = '2025-12-01' and class in ('service', 'business')) as complaints,
           (select sum(transactions)::int from complaints.hall_month where starts_with(unit_path, $1) and month = '2025-12-01') as transactions`,
        [loud.path],
      ),
    )) as [{ complaints: number; transactions: number }];
    const found = await ask<{ nodes: (Answer & { rate: number; limit: number })[] }>(`query ($unitId: ID) { impactAlerts(unitId: $unitId, limit: 200) { nodes { kind month since complaints rate limit unit { code } } } }`, { unitId: world.city.id }, city);
    const rates = found.nodes.filter(({ kind }) => kind === 'rate');
    expect(rates.find(({ unit }) => (unit as { code: string }).code === 'K1')).toMatchObject({ month: '2025-12', since: '2025-12', complaints, rate: expect.closeTo((complaints / transactions) * 10_000, 8) });
    expect(rates.every(({ rate, limit }) => rate > limit)).toBe(true);
    expect(await ask<{ nodes: Answer[] }>(alerts, { unitId: quiet.id }, city)).toMatchObject({ totalCount: 0 });
  });

  it('raises an alert at night where complaints of a hall added up, once, for who trains and manages there', async () => {
    const hall = world.halls[0]!;
    await pileUp(hall, '2025-12-03');
    await night();
    await night();
    const own = await ask<{ nodes: Answer[] }>(alerts, { unitId: hall.id }, trainer);
    expect(own.nodes).toEqual([expect.objectContaining({ kind: 'sum', month: '2025-12', unit: { code: 'H1' }, acknowledgedBy: null })]);
    expect(own.nodes[0]!['advice']).toContain('决策期');
    const id = own.nodes[0]!['id'] as string;
    expect(await ask(acknowledge, { id }, county)).toMatchObject({ code: 'NOT_FOUND' });
    expect(((await ask<{ nodes: Answer[] }>(alerts, {}, county)).nodes).map((node) => node['id'])).not.toContain(id);
    expect(await ask(acknowledge, { id, note: ' 已安排 ' }, city)).toMatchObject({ alert: { acknowledgedBy: '人员city', note: '已安排' } });
    expect(await ask(acknowledge, { id }, trainer)).toMatchObject({ code: 'ALERT_ACKNOWLEDGED' });
    await night();
    expect(await ask(alerts, { unitId: hall.id, open: true }, city)).toMatchObject({ totalCount: 0 });
  });
});
