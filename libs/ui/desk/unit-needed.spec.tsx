import { renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import { UnitNeeded } from './unit-needed.js';
import { UnitContext, type UnitState } from './unit.js';

const show = (state: Partial<UnitState>, permissions: readonly string[] = []) =>
  renderPage(
    <UnitContext value={{ data: undefined, failure: undefined, none: false, refetch: async () => {}, ...state }}>
      <UnitNeeded>the page</UnitNeeded>
    </UnitContext>,
    { viewer: { permissions: permissions as never } },
  );

describe('a page that needs a unit', () => {
  it('waits until it is known which', async () => {
    await show({});
    expect(screen.queryByText('the page')).toBeNull();
    expect(screen.getByRole('status')).toBeInTheDocument();
  });

  it('tells who may manage units how the first one comes in', async () => {
    await show({ none: true }, ['unit.manage']);
    expect(screen.getByRole('link', { name: '导入单位' })).toHaveAttribute('href', '/desk/imports/units');
  });

  it('sends everybody else to those who may', async () => {
    await show({ none: true });
    expect(screen.getByText('请联系人资或管理员，给您一个角色和负责的单位。')).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
