import { newId } from '@skillhall/kernel';
import { TestApp } from '@skillhall/api/testing';

interface Place {
  readonly id: string;
  readonly path: string;
}
interface Filed {
  readonly number: string;
  readonly at: string;
  readonly kind: string;
  readonly hall: Place;
  readonly text?: string;
  readonly found?: boolean;
}

describe('reading complaints', () => {
  let app: TestApp;
  let east: Place;
  let west: Place;
  let filed: Filed[];
  let eastManager: string;
  let cityManager: string;
  let clerk: string;

  beforeAll(async () => {
    app = await TestApp.start();
    const city = await app.addUnit('C', 'city');
    east = await app.addUnit('E', 'county', city);
    west = await app.addUnit('W', 'county', city);
    const [e1, e2, w1] = [await app.addUnit('E1', 'hall', east), await app.addUnit('E2', 'hall', east), await app.addUnit('W1', 'hall', west)];
    filed = [
      { number: 'A1', at: '2025-01-10 09:00', kind: 'service', hall: e1, text: '等候过长', found: true },
      { number: 'A2', at: '2025-01-20 09:00', kind: 'business', hall: e1, found: false },
      { number: 'A3', at: '2025-01-21 09:00', kind: 'outage', hall: e2 },
      { number: 'A4', at: '2025-03-01 00:00', kind: 'service', hall: e2, text: '100%满意?' },
      { number: 'B1', at: '2025-03-31 23:59', kind: 'service', hall: w1 },
      { number: 'B2', at: '2025-04-01 00:00', kind: 'business', hall: w1 },
      { number: 'B3', at: '2025-04-02 08:00', kind: 'service', hall: west },
    ];
    await app.arrange(async (tx) => {
      for (const { number, at, kind, hall, text = '态度', found = null } of filed)
        await tx.query(
          `insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, substantiated, content_hash) values ($1,$2,$3,$4,$5,$6,$7,$8,'\\x00')`,
          [newId(), number, hall.id, hall.path, at, kind, text, found],
        );
      for (const [hall, month, transactions, share] of [[e1, '2025-01', 1000, 0.5], [e2, '2025-01', 3000, 0.7], [e1, '2025-03', 0, null], [w1, '2025-03', 2000, null]] as const)
        await tx.query('insert into complaints.hall_month (unit_id, unit_path, month, transactions, online_share, window_staff) values ($1,$2,$3,$4,$5,3)', [hall.id, hall.path, `${month}-01`, transactions, share]);
    });
    await app.addPerson('east', east, ['manager']);
    await app.addPerson('city', city, ['manager']);
    await app.addPerson('clerk', e1);
    [eastManager, cityManager, clerk] = await Promise.all([app.signIn('east'), app.signIn('city'), app.signIn('clerk')]);
  });

  afterAll(() => app.stop());

  const page = 'query ($filter: ComplaintFilter, $offset: Int, $limit: Int) { complaints(filter: $filter, offset: $offset, limit: $limit) { totalCount pageInfo { hasNextPage } nodes { id orderNumber receivedAt class substantiated unit { name } } } }';
  type Page = { totalCount: number; pageInfo: { hasNextPage: boolean }; nodes: { id: string; orderNumber: string; receivedAt: string; unit: { name: string } }[] };
  const find = async (filter: object, session: string, rest: object = {}): Promise<Page> => {
    const { data, errors } = await app.graphql(page, { filter, ...rest }, session);
    expect(errors).toBeUndefined();
    return data!['complaints'] as Page;
  };
  const numbers = async (filter: object, session = cityManager): Promise<string[]> => (await find(filter, session)).nodes.map(({ orderNumber }) => orderNumber);

  it('lists the latest first, page by page', async () => {
    expect(await numbers({})).toEqual(['B3', 'B2', 'B1', 'A4', 'A3', 'A2', 'A1']);
    const second = await find({}, cityManager, { offset: 2, limit: 2 });
    expect(second).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: true } });
    expect(second.nodes[0]).toMatchObject({ orderNumber: 'B1', receivedAt: '2025-03-31T23:59:00', unit: { name: 'W1' } });
  });

  it('filters by unit, months, class, finding and words', async () => {
    expect(await numbers({ unitId: west.id })).toEqual(['B3', 'B2', 'B1']);
    expect(await numbers({ from: '2025-03', until: '2025-03' })).toEqual(['B1', 'A4']);
    expect(await numbers({ class: 'business' })).toEqual(['B2', 'A2']);
    expect(await numbers({ substantiated: false })).toEqual(['A2']);
    const undecided = await find({ undecided: true }, cityManager);
    expect(undecided.nodes.length).toBeGreaterThan(0);
    expect(undecided.nodes.every((row) => (row as unknown as { substantiated: boolean | null }).substantiated === null)).toBe(true);
    expect(await numbers({ search: '等候' })).toEqual(['A1']);
    expect(await numbers({ search: '%' })).toEqual(['A4']);
    expect(await numbers({ search: 'B' })).toEqual(['B3', 'B2', 'B1']);
  });

  it('shows a manager nothing of another county, in no way of asking', async () => {
    expect(await numbers({}, eastManager)).toEqual(['A4', 'A3', 'A2', 'A1']);
    expect(await numbers({ unitId: west.id }, eastManager)).toEqual([]);
    const foreign = (await find({ search: 'B1' }, cityManager)).nodes[0]!.id;
    const one = 'query ($id: ID!) { complaint(id: $id) { orderNumber } }';
    expect((await app.graphql(one, { id: foreign }, cityManager)).data).toEqual({ complaint: { orderNumber: 'B1' } });
    expect((await app.graphql(one, { id: foreign }, eastManager)).data).toEqual({ complaint: null });
    expect((await app.graphql(one, { id: 'x' }, eastManager)).data).toEqual({ complaint: null });
    const months = 'query ($unitId: ID!) { hallMonths(unitId: $unitId) { totalCount nodes { month } } }';
    expect((await app.graphql(months, { unitId: west.id }, eastManager)).data).toEqual({ hallMonths: { totalCount: 0, nodes: [] } });
  });

  it('is closed to staff and to strangers', async () => {
    expect((await app.graphql(page, {}, clerk)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await app.graphql(page, {})).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('gives every hall and month with its rate, and no rate without transactions', async () => {
    const query = 'query ($unitId: ID!, $from: CivilMonth) { hallMonths(unitId: $unitId, from: $from) { totalCount nodes { unit { name } month transactions complaints counterComplaints ratePer10k } } }';
    const { data } = await app.graphql(query, { unitId: east.id }, eastManager);
    expect(data!['hallMonths']).toEqual({
      totalCount: 4,
      nodes: [
        { unit: { name: 'E1' }, month: '2025-01', transactions: 1000, complaints: 2, counterComplaints: 2, ratePer10k: 20 },
        { unit: { name: 'E1' }, month: '2025-03', transactions: 0, complaints: 0, counterComplaints: 0, ratePer10k: null },
        { unit: { name: 'E2' }, month: '2025-01', transactions: 3000, complaints: 1, counterComplaints: 0, ratePer10k: 0 },
        { unit: { name: 'E2' }, month: '2025-03', transactions: null, complaints: 1, counterComplaints: 1, ratePer10k: null },
      ],
    });
    const late = await app.graphql(query, { unitId: east.id, from: '2025-02' }, eastManager);
    expect(late.data!['hallMonths']).toMatchObject({ totalCount: 2 });
  });
});
