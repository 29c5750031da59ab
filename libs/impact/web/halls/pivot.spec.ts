import { pivot, type HallMonthRow } from './pivot.js';

const row = (name: string, month: string, complaints: number, transactions: number | null = 5000): HallMonthRow => ({
  unit: { id: name, name },
  month,
  transactions,
  counterComplaints: complaints,
  ratePer10k: transactions === null ? null : (complaints / transactions) * 10_000,
});

describe('halls by months', () => {
  it('come from rows in any order, by name and not by rate', () => {
    const halls = pivot([row('10 号厅', '2026-02', 1), row('2 号厅', '2026-02', 9), row('2 号厅', '2026-01', 3)], ['2026-01', '2026-02'], 'zh-CN');
    expect(halls.map(({ name }) => name)).toEqual(['2 号厅', '10 号厅']);
    expect(halls[0]?.cells.map((cell) => cell?.counterComplaints)).toEqual([3, 9]);
    expect(halls[1]?.cells[0]).toBeNull();
  });

  it('add up only the months shown', () => {
    const [hall] = pivot([row('东湖', '2025-12', 50), row('东湖', '2026-01', 3), row('东湖', '2026-02', 1)], ['2026-01', '2026-02'], 'zh-CN');
    expect(hall).toMatchObject({ complaints: 4, ratePer10k: 4 });
  });
});
