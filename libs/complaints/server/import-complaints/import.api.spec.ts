import type { Actor, Locale, Role } from '@skillhall/kernel';
import { TestApp } from '@skillhall/api/testing';
import { ImportRunner, type ImportOutcome } from '@skillhall/platform/imports';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Place = { id: string; path: string };

const head = '工单编号,受理时间,供电单位,一级分类,二级分类,三级分类,投诉级别,受理渠道,客户姓名,联系电话,受理内容,是否属实,办结时间';
const order = (number: string, when: string, unit: string, kind: string, text = '态度生硬', rest: Partial<Record<'name' | 'phone' | 'finding' | 'closed', string>> = {}): string =>
  [number, when, unit, kind, '营业厅服务', '服务态度', '一般', '95598', rest.name ?? '沈先生', rest.phone ?? '13800138000', `"${text}"`, rest.finding ?? '属实', rest.closed ?? '2025-03-09'].join(',');

describe('importing complaints and volumes', () => {
  let app: TestApp;
  let folder: string;
  let east: Place;
  let west: Place;
  let eastHall: Place;
  let westHall: Place;

  beforeAll(async () => {
    [app, folder] = await Promise.all([TestApp.start(), mkdtemp(join(tmpdir(), 'complaints-'))]);
    const city = await app.addUnit('C1', 'city', null, '市公司');
    east = await app.addUnit('C1-E', 'county', city, '东县公司');
    west = await app.addUnit('C1-W', 'county', city, '西县公司');
    eastHall = await app.addUnit('C1-E-1', 'hall', east, '东湖营业厅');
    await app.addUnit('C1-E-2', 'hall', east, '城关营业厅');
    westHall = await app.addUnit('C1-W-1', 'hall', west, '西岭营业厅');
    await app.addUnit('C1-W-2', 'hall', west, '城关营业厅');
  });

  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true });
  });

  afterEach(() => app.arrange((tx) => tx.query('truncate complaints.complaint, complaints.hall_month')));

  const manager = (unit: Place): Actor => ({ accountId: '00000000-0000-7000-8000-000000000001', personId: null, unitPath: unit.path, name: '经理', grants: [{ role: 'manager' satisfies Role, unitId: unit.id, path: unit.path }] });

  async function run(kind: string, lines: readonly string[], options: { actor?: Actor | null; dryRun?: boolean; locale?: Locale } = {}): Promise<ImportOutcome> {
    const path = join(folder, 'file.csv');
    await writeFile(path, lines.join('\n'));
    return app.app.get(ImportRunner).run({ kind, path, fileName: 'file.csv', dryRun: false, actor: null, locale: 'zh-CN', ...options });
  }

  const codes = ({ rejected }: ImportOutcome): string[] => rejected.map(({ row, code }) => `${row} ${code}`);
  const stored = (): Promise<Record<string, unknown>[]> => app.arrange((tx) => tx.query('select * from complaints.complaint order by order_number'));

  it('takes units by name or code and reads every form of time, class and finding', async () => {
    const outcome = await run('complaints', [
      head,
      order('G1', '2025/3/1 9:05', '  东湖营业厅 ', '服务投诉'),
      order('G2', '2025年3月2日', 'c1-e-1', '营业', undefined, { finding: '不属实' }),
      order('G3', '2025-03-03 10:11:12', '西县公司/城关营业厅', '停送电投诉', undefined, { finding: '', closed: '' }),
      order('G4', '20250304', '西县公司', '供电质量投诉', undefined, { finding: '待核实' }),
      order('G5', '2025-03-05', 'Ｃ1－W－1', '电网建设投诉'),
    ]);
    expect(outcome.failure).toBeNull();
    expect(codes(outcome)).toEqual([]);
    expect(outcome.counts).toEqual({ created: 5, updated: 0, unchanged: 0 });
    const rows = await stored();
    expect(rows.map(({ class: kind }) => kind)).toEqual(['service', 'business', 'outage', 'supplyQuality', 'gridConstruction']);
    expect(rows.map(({ substantiated }) => substantiated)).toEqual([true, false, null, null, true]);
    expect(rows[1]!['unit_id']).toBe(eastHall.id);
    expect(rows[3]!['unit_id']).toBe(west.id);
    expect(rows[4]!['unit_id']).toBe(westHall.id);
  });

  it('says row by row what is wrong and takes the others', async () => {
    const outcome = await run('complaints', [
      head,
      order('G1', '2025-03-01', '东湖营业厅', '服务投诉', '等候过长'),
      order('G1', '2025-03-01', '东湖营业厅', '服务投诉', '等候 过长'),
      order('G1', '2025-03-01', '东湖营业厅', '服务投诉', '等候太长'),
      order('G2', '2025-03-01', '不存在营业厅', '服务投诉'),
      order('G3', '2024年二月三十日', '东湖营业厅', '服务投诉'),
      order('G4', '2025-03-01', '东湖营业厅', ''),
      order('G5', '2025-03-01', '东湖营业厅', '其他投诉'),
      order('', '2025-03-01', '东湖营业厅', '服务投诉'),
      order('G7', '', '东湖营业厅', '服务投诉'),
      order('G8', '2025-03-01', '', '服务投诉'),
      order('G9', '2025-03-01', '城关营业厅', '服务投诉'),
    ]);
    expect(codes(outcome)).toEqual(['3 duplicate-number', '4 duplicate-number', '5 unknown-unit', '6 bad-date', '7 missing-class', '8 unknown-class', '9 missing-number', '10 missing-date', '11 missing-unit', '12 ambiguous-unit']);
    expect(outcome.rejected[0]!.message).toContain('内容相同');
    expect(outcome.rejected[1]!.message).toContain('内容不同');
    expect(outcome.accepted).toBe(1);
  });

  it('changes nothing when the same file comes again, and updates what changed', async () => {
    const first = [head, order('G1', '2025-03-01', '东湖营业厅', '服务投诉'), order('G2', '2025-03-02', '东湖营业厅', '服务投诉')];
    await run('complaints', first);
    const before = await stored();
    expect((await run('complaints', first)).counts).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await stored()).toEqual(before);
    const changed = [head, order('G1', '2025-03-01', '西岭营业厅', '服务投诉'), order('G2', '2025-03-02', '东湖营业厅', '服务投诉', '态度 生硬')];
    expect((await run('complaints', changed)).counts).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect((await stored()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('writes nothing in a dry run but says what it would do', async () => {
    const outcome = await run('complaints', [head, order('G1', '2025-03-01', '东湖营业厅', '服务投诉')], { dryRun: true });
    expect(outcome.counts.created).toBe(1);
    expect(await stored()).toEqual([]);
  });

  it('keeps nothing of a person in any table', async () => {
    await run('complaints', [head, order('G1', '2025-03-01', '东湖营业厅', '服务投诉', '沈先生来电13800138000反映户号1715674052多收,\n身份证330106199001011234')]);
    const [row] = await stored();
    expect(row!['text']).toBe('〔姓名〕先生来电〔电话〕反映户号〔户号〕多收,\n身份证〔证件号〕');
    expect(JSON.stringify(row)).not.toMatch(/沈|1380013|1715674052|3301061990/);
  });

  it('takes rows only for units of the importer and never touches a complaint elsewhere', async () => {
    await run('complaints', [head, order('W1', '2025-03-01', '西岭营业厅', '服务投诉')]);
    const outcome = await run('complaints', [head, order('E1', '2025-03-01', '城关营业厅', '服务投诉'), order('E2', '2025-03-01', '西岭营业厅', '服务投诉'), order('W1', '2025-03-01', '东湖营业厅', '服务投诉')], { actor: manager(east) });
    expect(codes(outcome)).toEqual(['3 unknown-unit', '4 taken-number']);
    expect(outcome.accepted).toBe(1);
    expect((await stored()).find(({ order_number: number }) => number === 'W1')!['unit_id']).toBe(westHall.id);
  });

  it('recognises exports from Taiwan and in English', async () => {
    const taiwan = await run('complaints', ['案件編號,受理時間,服務所,一級分類,受理內容', 'T1,2025/3/1 下午3:05,東湖營業廳,服務投訴,態度不佳'.replace('東湖營業廳', 'C1-E-1')], { locale: 'zh-TW' });
    expect(taiwan.counts.created).toBe(1);
    const english = await run('complaints', ['Ticket number,Received at,Unit code,Category,Description', 'E1,2025-03-01 15:05,C1-E-1,service complaint,rude']);
    expect(english.counts.created).toBe(1);
  });

  it('takes volumes in every form, refuses what is no hall or no number, and reruns without change', async () => {
    const lines = [
      '月份,营业厅编码,柜面业务笔数,线上缴费占比,窗口人数',
      '2025-01,C1-E-1,"6,794",55.8%,10',
      '2025年2月,东湖营业厅,６７９５,0.558,',
      '2025/3,C1-W-1,0,,3',
      '2025-13,C1-E-1,1,,',
      '2025-04,C9,1,,',
      '2025-04,C1-E,1,,',
      '2025-04,C1-E-1,许多,,',
      '2025-04,C1-E-1,-5,,',
      '2025-01,C1-E-1,6794,0.558,10',
      '2025-01,C1-E-1,7000,,',
    ];
    const outcome = await run('volumes', lines);
    expect(codes(outcome)).toEqual(['5 bad-month', '6 unknown-unit', '7 not-a-hall', '8 bad-number', '9 negative-number', '10 duplicate-month', '11 duplicate-month']);
    expect(outcome.counts).toEqual({ created: 3, updated: 0, unchanged: 0 });
    expect((await run('volumes', lines)).counts).toEqual({ created: 0, updated: 0, unchanged: 3 });
    const changed = await run('volumes', [lines[0]!, '2025-01,C1-E-1,6794,56%,10', '2025-01,C1-W-1,10,,']);
    expect(changed.counts).toEqual({ created: 1, updated: 1, unchanged: 0 });
    expect(codes(await run('volumes', [lines[0]!, '2025-05,C1-W-1,10,,'], { actor: manager(east) }))).toEqual(['2 unknown-unit']);
  });
});
