import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import { Decisions } from './decisions.js';

const hall = (id: string, counterComplaints: number, transactions: number | null) => ({ unit: { id, name: id }, month: '2026-10', transactions, counterComplaints, ratePer10k: null });
const answers = {
  UndecidedComplaints: { complaints: { totalCount: 3 } },
  HallMonths: { hallMonths: { totalCount: 4, nodes: [hall('a', 6, 4000), hall('b', 5, null), hall('c', 4, 4000), hall('d', 0, null)] } },
};
const show = (permissions: readonly string[]) => renderPage(<Decisions month="2026-10" />, { viewer: { permissions: permissions as never } });

describe('what waits for a manager', () => {
  it('counts findings not made, halls with as many complaints as say something, and figures that have not come', async () => {
    fakeServer(answers);
    await show(['complaint.read', 'volume.manage']);
    expect(await screen.findByRole('link', { name: /^3\s*件\s*投诉还没有认定是否属实$/ })).toHaveAttribute('href', '/desk/complaints?substantiated=open');
    expect(await screen.findByRole('link', { name: /^2\s*个\s*营业厅 2026年10月有 5 件以上窗口投诉$/ })).toHaveAttribute('href', '/desk/impact');
    expect(await screen.findByRole('link', { name: /^2\s*个\s*营业厅还没有交 2026年10月的业务量$/ })).toHaveAttribute('href', '/desk/imports/volumes');
  });

  it('asks nothing about complaints for who may not read them', async () => {
    const server = fakeServer(answers);
    await show(['impact.read']);
    await screen.findByRole('link', { name: /业务量/ });
    expect(server.asked.map(({ name }) => name)).toEqual(['HallMonths']);
    expect(screen.queryByRole('link', { name: /认定/ })).toBeNull();
  });
});
