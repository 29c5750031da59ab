import { renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Filters, SearchFilter } from './filters.js';
import { ServerTable } from './server-table.js';
import { useTableState } from './table-state.js';

const nodes = ['一', '二', '三'].map((name) => ({ id: name }));

function People() {
  const table = useTableState(['search']);
  return (
    <>
      <Filters table={table}>
        <SearchFilter table={table} name="search" label="搜索" />
      </Filters>
      <ServerTable
        label="人员"
        table={table}
        query={{ failure: undefined, loading: false, refetch: async () => {} }}
        page={{ nodes, totalCount: nodes.length }}
        total={(n) => `共 ${n} 人`}
        rowKey={({ id }) => id}
        opens
        columns={[{ key: 'id', title: '姓名', show: ({ id }) => id }]}
      />
      <button type="button" onClick={() => table.setOpen(undefined)}>
        关上
      </button>
    </>
  );
}

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const path = async (...keys: string[]): Promise<string> => {
  const page = await renderPage(<People />, { path: '/desk/people' });
  for (const key of keys) await user.keyboard(key);
  return decodeURIComponent(page.path());
};

describe('the keys of a list', () => {
  it('move along the rows and open the one that has the focus', async () => {
    expect(await path('j', 'j', '{Enter}')).toBe('/desk/people?open=二');
  });

  it('take the open detail along, and stop at the last row', async () => {
    expect(await path('j', '{Enter}', 'j', 'j', 'j')).toBe('/desk/people?open=三');
  });

  it('take it up as well', async () => {
    expect(await path('j', '{Enter}', 'j', 'j', 'k')).toBe('/desk/people?open=二');
  });

  it('put the cursor into the search, where letters are letters', async () => {
    await path('/', 'j');
    expect(screen.getByRole('searchbox', { name: '搜索' })).toHaveFocus();
    expect(screen.getByRole('searchbox', { name: '搜索' })).toHaveValue('j');
  });

  it('go on from the row whose detail was shut', async () => {
    const page = await renderPage(<People />, { path: '/desk/people?open=二' });
    await user.click(screen.getByRole('button', { name: '关上' }));
    await user.keyboard('j{Enter}');
    expect(decodeURIComponent(page.path())).toBe('/desk/people?open=三');
  });
});

describe('a list', () => {
  it('says how many there are in the words of what it lists', async () => {
    await path();
    expect(screen.getByText('共 3 人')).toBeVisible();
  });
});
