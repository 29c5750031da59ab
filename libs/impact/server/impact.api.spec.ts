import { addMonths, type CivilMonth, newId } from '@skillhall/kernel';
import { TestApp } from '@skillhall/api/testing';

interface Place {
  readonly id: string;
  readonly path: string;
}
interface Cell {
  readonly hall: string;
  readonly month: CivilMonth;
  readonly transactions: number;
  readonly service: number;
  readonly outage: number;
}

const start = '2024-01' as CivilMonth;
const months = Array.from({ length: 20 }, (_, at) => addMonths(start, at));
/** Halls 0–4 lie in the east, 5–6 in the west; halls 0 and 1 were trained in month 8, hall 2 in month 12. */
const trainedAt: Readonly<Record<string, number>> = { H0: 8, H1: 8, H2: 12 };
const staffOf = (hall: number): number => 3 + (hall % 2);

/** Uneven on purpose, the same every time. */
function cells(): Cell[] {
  let state = 7;
  const draw = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: 7 }, (_, hall) =>
    months.map((month, at) => {
      const after = at >= (trainedAt[`H${hall}`] ?? 99);
      return { hall: `H${hall}`, month, transactions: 900 + 100 * hall + draw(400), service: 1 + draw(after ? 4 : 6 + hall), outage: draw(3) };
    }),
  ).flat();
}

/** Two-way effects by repeated scaling, β by Newton steps: another road to the same maximum. */
function bruteRatio(rows: readonly Cell[]): number {
  const after = rows.map(({ hall, month }) => months.indexOf(month) >= (trainedAt[hall] ?? 99));
  const hallEffect = new Map<string, number>();
  const monthEffect = new Map<string, number>();
  let beta = 0;
  const mean = (row: Cell, at: number): number => row.transactions * (hallEffect.get(row.hall) ?? 1) * (monthEffect.get(row.month) ?? 1) * (after[at] ? Math.exp(beta) : 1);
  const scale = (effects: Map<string, number>, key: (row: Cell) => string): void => {
    const [seen, fitted] = [new Map<string, number>(), new Map<string, number>()];
    rows.forEach((row, at) => {
      seen.set(key(row), (seen.get(key(row)) ?? 0) + row.service);
      fitted.set(key(row), (fitted.get(key(row)) ?? 0) + mean(row, at));
    });
    for (const [name, count] of seen) effects.set(name, ((effects.get(name) ?? 1) * count) / fitted.get(name)!);
  };
  for (let step = 0; step < 3000; step++) {
    scale(hallEffect, ({ hall }) => hall);
    scale(monthEffect, ({ month }) => month);
    const fitted = rows.reduce((sum, row, at) => sum + (after[at] ? mean(row, at) : 0), 0);
    beta += Math.log(rows.reduce((sum, row, at) => sum + (after[at] ? row.service : 0), 0) / fitted);
  }
  return Math.exp(beta);
}

describe('impact', () => {
  let app: TestApp;
  const units = new Map<string, Place>();
  const courseId = newId();
  const otherCourse = newId();
  const panel = cells();
  let eastManager: string;
  let cityManager: string;

  async function arrangePeople(): Promise<void> {
    await app.arrange(async (tx) => {
      const [counter, office, version] = [newId(), newId(), newId()];
      await tx.query(`insert into directory.post (id, code, name, counter) values ($1, 'P1', '营业员', true), ($2, 'P2', '司机', false)`, [counter, office]);
      const city = units.get('C')!;
      for (const [id, code] of [[courseId, 'COM-1'], [otherCourse, 'COM-2']])
        await tx.query('insert into learning.course (id, code, unit_id, unit_path) values ($1, $2, $3, $4)', [id, code, city.id, city.path]);
      for (const [id, course] of [[version, courseId], [newId(), otherCourse]])
        await tx.query(
          `insert into learning.course_version (id, course_id, version, status, name, track, hours, summary, competencies, content_hash, published_at)
           values ($1, $2, 1, 'published', '沟通', 'communication', 1, '', '{}', '\\x00', now())`,
          [id, course],
        );
      for (let hall = 0; hall < 7; hall++) {
        const { id, path } = units.get(`H${hall}`)!;
        for (let one = 0; one <= staffOf(hall); one++) {
          const person = newId();
          const post = one === staffOf(hall) ? office : counter;
          await tx.query('insert into directory.person (id, staff_number, name, unit_id, unit_path, post_id) values ($1, $2, $2, $3, $4, $5)', [person, `${hall}-${one}`, id, path, post]);
          const at = trainedAt[`H${hall}`];
          // The first of the staff comes a month early, the driver never counts.
          if (at === undefined || (one === 1 && hall === 1)) continue;
          const month = addMonths(start, one === 0 ? at - 1 : at);
          await tx.query(
            `insert into learning.enrolment (id, person_id, course_id, course_version_id, unit_id, unit_path, started_at, completed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $7)`,
            [newId(), person, courseId, version, id, path, `${month}-10T08:00:00+08:00`],
          );
        }
      }
    });
  }

  beforeAll(async () => {
    app = await TestApp.start();
    const city = await app.addUnit('C', 'city', null, '临江市');
    units.set('C', city);
    units.set('E', await app.addUnit('E', 'county', city, '江北县'));
    units.set('W', await app.addUnit('W', 'county', city, '江南区'));
    for (let hall = 0; hall < 7; hall++) units.set(`H${hall}`, await app.addUnit(`H${hall}`, 'hall', units.get(hall < 5 ? 'E' : 'W')!));
    await arrangePeople();
    await app.arrange(async (tx) => {
      for (const { hall, month, transactions, service, outage } of panel) {
        const { id, path } = units.get(hall)!;
        await tx.query('insert into complaints.hall_month (unit_id, unit_path, month, transactions) values ($1,$2,$3,$4)', [id, path, `${month}-01`, transactions]);
        await tx.query(
          `insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, content_hash)
           select gen_random_uuid(), $1 || n, $2, $3, $4::date + (n % 27), case when n > $6 then 'outage' when n % 2 = 0 then 'service' else 'business' end, '', '\\x00'
           from generate_series(1, $5::int) as n`,
          [`${hall}${month}-`, id, path, `${month}-01`, service + outage, service],
        );
      }
    });
    await app.addPerson('east', units.get('E')!, ['manager']);
    await app.addPerson('city', city, ['manager']);
    [eastManager, cityManager] = await Promise.all([app.signIn('east'), app.signIn('city')]);
  });

  afterAll(() => app.stop());

  const overview = `query ($unitId: ID!, $from: CivilMonth, $until: CivilMonth) { impactOverview(unitId: $unitId, from: $from, until: $until) {
    unit { name } sentence latest { month } months { month transactions complaints counterComplaints ratePer10k coverage } } }`;
  const estimate = `query ($unitId: ID!, $courseId: ID!) { simpleEstimate(unitId: $unitId, courseId: $courseId) {
    course { code } rateRatio low high halls trainedHalls months complaints beforeRate afterRate sentence cannotExclude reason } }`;
  const ask = async (query: string, variables: object, session: string): Promise<Record<string, unknown> | null> => {
    const { data, errors } = await app.graphql(query, variables as Record<string, unknown>, session);
    expect(errors).toBeUndefined();
    return Object.values(data!)[0] as Record<string, unknown> | null;
  };
  const eastern = panel.filter(({ hall }) => hall < 'H5');

  it('gives each month of a node as it is when counted by hand', async () => {
    const answer = await ask(overview, { unitId: units.get('E')!.id }, eastManager);
    const byHand = months.map((month, at) => {
      const rows = eastern.filter((row) => row.month === month);
      const [transactions, counterComplaints] = [rows.reduce((sum, row) => sum + row.transactions, 0), rows.reduce((sum, row) => sum + row.service, 0)];
      const complaints = counterComplaints + rows.reduce((sum, row) => sum + row.outage, 0);
      let [trained, staff] = [0, 0];
      for (let hall = 0; hall < 5; hall++) {
        staff += staffOf(hall);
        const from = trainedAt[`H${hall}`];
        if (from === undefined) continue;
        if (at >= from - 1) trained += 1;
        if (at >= from) trained += staffOf(hall) - 1 - (hall === 1 ? 1 : 0);
      }
      return { month, transactions, complaints, counterComplaints, ratePer10k: Math.round((counterComplaints / transactions) * 1e8) / 1e4, coverage: trained / staff };
    });
    expect(answer!['months']).toEqual(byHand);
    expect(answer!['latest']).toEqual({ month: months.at(-1) });
    expect(answer!['unit']).toEqual({ name: '江北县' });
    expect(answer!['sentence']).toMatch(/^江北县 2025年8月每万笔投诉 \d+\.\d，比去年同期（\d+\.\d）[低高]，/);
  });

  it('shows the months asked for, and still knows what was normal before', async () => {
    const answer = await ask(overview, { unitId: units.get('C')!.id, from: '2025-06', until: '2025-07' }, cityManager);
    expect((answer!['months'] as { month: string }[]).map(({ month }) => month)).toEqual(['2025-06', '2025-07']);
    expect(answer!['sentence']).toMatch(/2025年7月.*正常波动/);
    const early = await ask(overview, { unitId: units.get('C')!.id, until: '2024-03' }, cityManager);
    expect(early!['sentence']).toContain('只有 3 个月的数据');
  });

  it('says that there is nothing where there is nothing', async () => {
    const empty = await app.addUnit('E-new', 'hall', units.get('E')!, '新营业厅');
    expect(await ask(overview, { unitId: empty.id }, eastManager)).toMatchObject({ months: [], latest: null, sentence: expect.stringContaining('还没有业务量数据') });
    expect(await ask(estimate, { unitId: empty.id, courseId }, eastManager)).toMatchObject({ rateRatio: null, halls: 0, reason: expect.stringContaining('还没有营业厅的业务量数据') });
  });

  it('gives coverage by hall as well', async () => {
    const query = 'query ($unitId: ID!, $from: CivilMonth) { hallMonths(unitId: $unitId, from: $from) { nodes { unit { code } coverage } } }';
    const { nodes } = (await ask(query, { unitId: units.get('C')!.id, from: months.at(-1) }, cityManager))! as unknown as { nodes: { unit: { code: string }; coverage: number }[] };
    expect(nodes.map(({ unit, coverage }) => [unit.code, coverage])).toEqual([['H0', 1], ['H1', 0.75], ['H2', 1], ['H3', 0], ['H4', 0], ['H5', 0], ['H6', 0]]);
  });

  it('estimates as another road to the maximum does, with its doubts', async () => {
    const answer = await ask(estimate, { unitId: units.get('E')!.id, courseId }, eastManager);
    const { rateRatio, low, high } = answer as unknown as Record<string, number>;
    expect(rateRatio).toBeCloseTo(bruteRatio(eastern), 6);
    expect(low! < rateRatio! && rateRatio! < high!).toBe(true);
    expect(Math.log(rateRatio! / low!)).toBeCloseTo(Math.log(high! / rateRatio!), 8);
    const counted = (after: boolean): number => {
      const rows = eastern.filter(({ hall, month }) => hall in trainedAt && months.indexOf(month) >= trainedAt[hall]! === after);
      return (rows.reduce((sum, row) => sum + row.service, 0) / rows.reduce((sum, row) => sum + row.transactions, 0)) * 10_000;
    };
    expect(answer).toMatchObject({ course: { code: 'COM-1' }, halls: 5, trainedHalls: 3, months: 20, complaints: eastern.reduce((sum, row) => sum + row.service, 0), reason: null });
    expect(answer!['beforeRate']).toBeCloseTo(counted(false), 8);
    expect(answer!['afterRate']).toBeCloseTo(counted(true), 8);
    expect(answer!['sentence']).toContain('95% 区间');
    expect((answer!['cannotExclude'] as string[]).join('')).toMatch(/向均值回归.*同一时间的其他变化.*统计口径.*营业厅少/);
  });

  it('names a changed rule of counting and speaks the language of the viewer', async () => {
    await app.arrange((tx) => tx.query(`insert into complaints.taxonomy_change values ('2024-06-01', '2024 edition'), ('2020-01-01', 'long ago')`));
    await app.graphql('mutation { setLocale(locale: "en") { locale } }', {}, cityManager);
    const answer = await ask(estimate, { unitId: units.get('C')!.id, courseId }, cityManager);
    expect(answer!['sentence']).toMatch(/^At trained halls complaints per 10,000 transactions went from .*\(95 % interval/);
    const doubts = (answer!['cannotExclude'] as string[]).join(' ');
    expect(doubts).toContain('2024-06-01 (2024 edition)');
    expect(doubts).not.toContain('long ago');
    await app.graphql('mutation { setLocale(locale: "zh-CN") { locale } }', {}, cityManager);
  });

  it('says why it gives no number', async () => {
    expect(await ask(estimate, { unitId: units.get('E')!.id, courseId: otherCourse }, eastManager)).toMatchObject({ rateRatio: null, low: null, high: null, cannotExclude: [], reason: expect.stringContaining('还没有营业厅完成这门课程') });
    expect(await ask(estimate, { unitId: units.get('H0')!.id, courseId }, eastManager)).toMatchObject({ rateRatio: null, reason: expect.stringContaining('没有未受训的营业厅') });
    expect(await ask(estimate, { unitId: units.get('E')!.id, courseId: newId() }, eastManager)).toBeNull();
  });

  it('answers for units outside the subtree as for units that do not exist', async () => {
    for (const unitId of [units.get('W')!.id, units.get('C')!.id, units.get('H6')!.id, newId(), 'x']) {
      expect(await ask(overview, { unitId }, eastManager)).toBeNull();
      expect(await ask(estimate, { unitId, courseId }, eastManager)).toBeNull();
    }
  });
});
