import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { levelOf } from './fall-table.js';
import { evenWaves } from './orders.js';
import { PlannerPage } from './planner-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const order = { plan: '1:20', untrained: 20, answerAfterMonths: 14, waves: [{ month: 1, halls: 20 }], timeline: [{ months: 12, minimumDetectableFall: 0.22, power: 0.74 }, { months: 18, minimumDetectableFall: 0.19, power: 0.84 }] };
const outlook = {
  ...{ __typename: 'StudyOutlook', halls: 40, trainedHalls: 20, ratePerHallMonth: 1.3, shockSd: 0.35, shockCorrelation: 0.6, shocksFromHistory: false, minimumDetectableFall: 0.33, hallsNeeded: 142, postMonthsNeeded: null, powerAtWantedFall: 0.4 },
  ...{ hallsNeededFor: [{ fall: 0.2, halls: 142 }], orders: [order], soonestPlan: '1:20', soonestMonths: 14, sentence: '约需 142 个营业厅。', notes: [{ code: 'by-lot', text: '最好抽签。' }] },
  table: [{ halls: 40, falls: [{ postMonths: 10, minimumDetectableFall: 0.33 }] }, { halls: 400, falls: [{ postMonths: 10, minimumDetectableFall: 0.12 }] }],
};
const answers = { PublishedCourseNames: { courses: { nodes: [] } }, StudyOutlook: { studyOutlook: outlook } };
const shown = () => renderPage(<PlannerPage />, { path: '/desk/studies/planner', viewer: { permissions: ['impact.read', 'learning-record.read'] } });

describe('the planner', () => {
  it('says what every cell of the table means, beside its colour', async () => {
    fakeServer(answers);
    await shown();
    const table = within(await screen.findByRole('group', { name: '能发现多小的降幅' }));
    expect(table.getByRole('row', { name: /^40\s*本次 33% 不够$/ })).toBeVisible();
    expect(table.getByRole('row', { name: /^400 12% 够$/ })).toBeVisible();
    expect(screen.getByText(/历史太短，波动按常见值/)).toBeVisible();
  });

  it('asks again when something else is supposed', async () => {
    const server = fakeServer(answers);
    await shown();
    fireEvent.change(await screen.findByRole('spinbutton', { name: '希望发现的降幅' }), { target: { value: '30' } });
    await waitFor(() => expect(server.asked.filter(({ name }) => name === 'StudyOutlook').at(-1)?.variables).toMatchObject({ input: { unitId: 'unit-1', fall: 0.3, orders: null } }));
  });

  it('compares an order of one’s own with the others', async () => {
    const server = fakeServer(answers);
    await shown();
    await user.click(await screen.findByRole('button', { name: '加进来比较' }));
    const orders = [{ waves: [{ month: 1, halls: 20 }] }, { waves: [{ month: 1, halls: 6 }, { month: 5, halls: 6 }, { month: 9, halls: 6 }] }];
    await waitFor(() => expect(server.asked.filter(({ name }) => name === 'StudyOutlook').at(-1)?.variables).toMatchObject({ input: { orders } }));
  });

  it('calls a fall enough only when it is no more than the wanted one', () => {
    expect([0.2, 0.21, 0.3, 0.31, null].map((found) => levelOf(found, 0.2))).toEqual(['enough', 'nearly', 'nearly', 'short', 'hopeless']);
    expect(evenWaves(2, 10, 4)).toEqual({ waves: [{ month: 1, halls: 10 }, { month: 5, halls: 10 }] });
  });
});
