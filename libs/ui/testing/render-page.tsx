import { act, render, type RenderResult } from '@testing-library/react';
import { ConfigProvider, App } from 'antd';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { UnitContext, type UnitChoice } from '../desk/unit.js';
import { forgetAll } from '../graphql/index.js';
import { setLocale } from '../i18n/locale.js';
import { i18n } from '../i18n/phrases.js';
import { farewell, welcome, type Viewer } from '../session/session.js';

const viewer: Viewer = {
  accountId: 'account-1',
  login: 'wang',
  name: '王芳',
  roles: ['staff'],
  permissions: [],
  locale: 'zh-CN',
  mustChangePassword: false,
  person: { id: 'person-1', staffNumber: '10001', unit: { id: 'unit-1', name: '城东营业厅' }, post: { name: '综合柜员' } },
};

const unit: UnitChoice = {
  unit: { id: 'unit-1', code: '001', name: '江北县', type: 'county' },
  ancestors: [],
  children: [],
  choose: () => {},
};

interface Options {
  readonly path?: string;
  readonly pattern?: string;
  /** Changes to the person signed in; null = nobody is. */
  readonly viewer?: Partial<Viewer> | null;
  readonly unit?: Partial<UnitChoice>;
}

/** Shows a page with somebody signed in and a unit chosen, in Chinese; other addresses show their path. */
export async function renderPage(page: ReactNode, options: Options = {}): Promise<RenderResult & { readonly path: () => string }> {
  setLocale('zh-CN');
  await i18n.changeLanguage('zh-CN');
  forgetAll();
  if (options.viewer === null) farewell(false);
  else welcome({ ...viewer, ...options.viewer });
  const path = options.path ?? '/';
  const router = createMemoryRouter(
    [
      { path: options.pattern ?? path.split('?')[0]!, element: page },
      { path: '*', element: null },
    ],
    { initialEntries: [path] },
  );
  const shown = await act(async () =>
    render(
      <ConfigProvider theme={{ zeroRuntime: true }} button={{ autoInsertSpace: false }}>
        <App component={false}>
          <UnitContext value={{ data: { ...unit, ...options.unit }, none: false, failure: undefined, refetch: async () => {} }}>
            <RouterProvider router={router} />
          </UnitContext>
        </App>
      </ConfigProvider>,
    ),
  );
  return { ...shown, path: () => router.state.location.pathname + router.state.location.search };
}
