import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';

interface Place {
  readonly id: string;
  readonly path: string;
}

describe('what studies need of the registers', () => {
  let app: TestApp;
  let city: Place;
  let east: Place;
  let halls: Place[];
  const sessions = new Map<string, string>();

  beforeAll(async () => {
    app = await TestApp.start();
    city = await app.addUnit('C', 'city');
    east = await app.addUnit('E', 'county', city);
    halls = [await app.addUnit('E1', 'hall', east), await app.addUnit('E2', 'hall', east), await app.addUnit('E3', 'hall', east)];
    await app.arrange(async (tx) => {
      await tx.query(`update directory.unit set opened_on = '2025-02-15' where id = $1`, [halls[2]!.id]);
      for (const [hall, month, share, staff] of [[0, 1, 0.5, 3], [0, 2, null, 3], [0, 3, 0.5, null], [1, 1, 0.5, 3], [1, 2, 0.5, 3], [1, 3, 0.5, 3], [2, 3, 0.5, 2]] as const)
        await tx.query('insert into complaints.hall_month (unit_id, unit_path, month, transactions, online_share, window_staff) values ($1, $2, $3, 100, $4, $5)', [halls[hall]!.id, halls[hall]!.path, `2025-0${month}-01`, share, staff]);
    });
    for (const [login, unit] of [['city', city], ['east', east]] as const) {
      await app.addPerson(login, unit, ['manager'], `经理${login}`);
      sessions.set(login, await app.signIn(login));
    }
  });
  afterAll(() => app.stop());

  async function ask<T>(login: string, document: string, variables: Record<string, unknown>): Promise<T> {
    const answer = await app.graphql(document, variables, sessions.get(login));
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as T;
  }
  const gaps = async (login: string, unitId: string, rest: object = {}) =>
    (
      await ask<{ volumeGaps: { from: string | null; until: string | null; totalCount: number; nodes: object[] } }>(
        login,
        'query ($unitId: ID!, $offset: Int) { volumeGaps(unitId: $unitId, offset: $offset) { from until totalCount nodes { unit { code } months transactions onlineShare windowStaff } } }',
        { unitId, ...rest },
      )
    ).volumeGaps;

  it('names the halls that lack months, since they were opened, and what is missing in months that came', async () => {
    expect(await gaps('city', city.id)).toEqual({
      from: '2025-01',
      until: '2025-03',
      totalCount: 2,
      nodes: [
        { unit: { code: 'E3' }, months: 2, transactions: ['2025-02'], onlineShare: [], windowStaff: [] },
        { unit: { code: 'E1' }, months: 3, transactions: [], onlineShare: ['2025-02'], windowStaff: ['2025-03'] },
      ],
    });
    expect(await gaps('city', city.id, { offset: 5 })).toMatchObject({ totalCount: 2, nodes: [] });
    expect(await gaps('east', city.id)).toMatchObject({ from: null, totalCount: 0 });
  });

  interface Change {
    readonly id: string;
    readonly date: string;
    readonly mayRemove: boolean;
    readonly notedBy: string;
  }
  type Noted = { __typename: string; code?: string; field?: string; change?: Change };
  const note = async (login: string, unitId: string, date: string, text: string): Promise<Noted> =>
    (
      await ask<{ noteTaxonomyChange: Noted }>(
        login,
        'mutation ($input: NoteTaxonomyChangeInput!) { noteTaxonomyChange(input: $input) { __typename ... on UserError { code } ... on InvalidInputError { field } ... on TaxonomyChangeSuccess { change { id date mayRemove notedBy } } } }',
        { input: { unitId, date, note: text } },
      )
    ).noteTaxonomyChange;
  const list = async (login: string, unitId: string): Promise<Change[]> => (await ask<{ taxonomyChanges: Change[] }>(login, 'query ($unitId: ID!) { taxonomyChanges(unitId: $unitId) { date note mayRemove unit { code } } }', { unitId })).taxonomyChanges;
  const remove = async (login: string, id: string): Promise<Noted> => (await ask<{ removeTaxonomyChange: Noted }>(login, 'mutation ($id: ID!) { removeTaxonomyChange(id: $id) { __typename ... on UserError { code } } }', { id })).removeTaxonomyChange;

  it('notes changes of the rules at a unit, which all below it see and only those above it may take away', async () => {
    const noted = await note('city', city.id, '2025-02-01', '新版分类');
    expect(noted.change).toMatchObject({ date: '2025-02-01', mayRemove: true, notedBy: '经理city' });
    expect(await note('city', city.id, '2025-02-01', '又一次')).toMatchObject({ code: 'TAXONOMY_CHANGE_THERE' });
    expect(await note('city', city.id, '2025-03-01', ' ')).toMatchObject({ field: 'note' });
    expect(await note('east', city.id, '2025-03-01', '越权')).toMatchObject({ code: 'NOT_FOUND' });
    expect((await note('east', east.id, '2025-03-01', '县里的改变')).change).toBeDefined();
    expect(await list('east', east.id)).toEqual([
      { date: '2025-02-01', note: '新版分类', mayRemove: false, unit: { code: 'C' } },
      { date: '2025-03-01', note: '县里的改变', mayRemove: true, unit: { code: 'E' } },
    ]);
    expect(await list('city', city.id)).toHaveLength(1);
    expect(await remove('east', noted.change!.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await remove('city', noted.change!.id)).toMatchObject({ __typename: 'TaxonomyChangeSuccess' });
    expect(await remove('city', newId())).toMatchObject({ code: 'NOT_FOUND' });
    expect(await list('east', east.id)).toHaveLength(1);
  });
});
