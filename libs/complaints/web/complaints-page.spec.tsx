import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import { ComplaintsPage } from './complaints-page.js';

const complaint = {
  id: 'c',
  orderNumber: 'GD240100001',
  receivedAt: '2024-01-28T17:44:00',
  class: 'service',
  secondClass: '服务行为',
  thirdClass: '态度生硬',
  substantiated: null,
  closedOn: null,
  text: '客户〔姓名〕来电〔电话〕',
  unit: { id: 'h', name: '东湖营业厅' },
};
const answers = {
  Complaints: { complaints: { totalCount: 1, nodes: [complaint] } },
  ComplaintDetail: { complaint: { ...complaint, level: '一般', channel: '微信' } },
};

describe('the register of complaints', () => {
  it('asks for what the address says, at the unit where the desk stands', async () => {
    const server = fakeServer(answers);
    await renderPage(<ComplaintsPage />, { path: '/desk/complaints?class=service&substantiated=yes&from=2024-01&until=2024-06', viewer: { permissions: ['complaint.read'] } });
    await screen.findByText('GD240100001');
    expect(server.asked.find(({ name }) => name === 'Complaints')?.variables['filter']).toEqual({
      unitId: 'unit-1',
      search: null,
      class: 'service',
      substantiated: true,
      undecided: null,
      from: '2024-01',
      until: '2024-06',
    });
  });

  it('says what was removed from the text and what nobody has decided', async () => {
    fakeServer(answers);
    await renderPage(<ComplaintsPage />, { path: '/desk/complaints?open=c', viewer: { permissions: ['complaint.read'] } });
    expect(await screen.findByText('导入时隐去：姓名 1 处、电话 1 处')).toBeVisible();
    expect(screen.getByText('服务投诉 · 计入窗口投诉')).toBeVisible();
    expect(screen.getByText('尚未办结')).toBeVisible();
  });
});
