import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { UnitsPage } from './units-page.js';

const city = { id: 'unit-1', name: '临江市', type: 'city', closedOn: null, peopleCount: 140 };
const county = { id: 'x', name: '江北县', type: 'county', closedOn: null, peopleCount: 60 };
const hall = { id: 'h', name: '东湖营业厅', type: 'hall', closedOn: null, peopleCount: 9 };
const detail = { ...city, code: 'C01', hallLevel: null, openedOn: null, hallCount: 2, parent: null, children: [] };
const answers = {
  UnitTops: { myUnits: [city] },
  UnitBranch: ({ id }: Record<string, unknown>) => ({ unit: { id, children: id === 'unit-1' ? [county] : id === 'x' ? [hall] : [] } }),
  UnitDetail: { unit: detail },
  SearchUnits: { units: { totalCount: 1, nodes: [{ id: 'h', code: 'Y01', name: '东湖营业厅', type: 'hall', parent: { name: '江北县' } }] } },
};
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

describe('the tree of units', () => {
  it('opens, folds and moves by keys', async () => {
    fakeServer(answers);
    await renderPage(<UnitsPage />, { path: '/desk/units' });
    const item = (name: string) => screen.getByRole('treeitem', { name: new RegExp(`^${name}`) });
    await waitFor(() => expect(item('江北县')).toHaveAttribute('aria-expanded', 'false'));
    item('临江市').focus();
    await user.keyboard('{ArrowDown}{ArrowRight}');
    await waitFor(() => expect(item('东湖营业厅')).toBeVisible());
    await user.keyboard('{ArrowRight}');
    expect(item('东湖营业厅')).toHaveFocus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(item('江北县')).toHaveAttribute('aria-expanded', 'false');
  });

  it('moves the desk to the unit chosen', async () => {
    fakeServer(answers);
    const choose = jest.fn();
    await renderPage(<UnitsPage />, { path: '/desk/units', unit: { choose } });
    await user.click(await screen.findByText('江北县'));
    expect(choose).toHaveBeenCalledWith('x');
  });

  it('finds a unit by name wherever it hangs', async () => {
    const server = fakeServer(answers);
    await renderPage(<UnitsPage />, { path: '/desk/units' });
    await user.type(await screen.findByRole('searchbox'), '东湖');
    expect(await screen.findByText('江北县 · Y01')).toBeVisible();
    expect(server.asked.findLast(({ name }) => name === 'SearchUnits')?.variables).toMatchObject({ search: '东湖' });
  });
});
