import type { Permission } from '@skillhall/kernel';
import type { LoadPage } from '@skillhall/ui/page';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { deskRoutes } from './desk-routes.js';
import { learnerRoutes } from './learner-routes.js';
import { Allowed } from './shell/allowed.js';
import { Home } from './shell/home.js';
import { LearnerShell } from './shell/learner-shell.js';
import { NotFound, NotFoundAlone, RouteFault } from './shell/route-fault.js';
import { Root } from './shell/root.js';
import { SignedIn } from './shell/signed-in.js';
import { Starting } from './shell/starting.js';

/** A page that comes when somebody goes there, for those who may see it. */
const page = (load: LoadPage, permission?: Permission | readonly Permission[]): Pick<RouteObject, 'lazy'> => ({
  lazy: async () => {
    const Page = await load();
    return {
      Component: () => (
        <Allowed {...(permission && { permission })}>
          <Page />
        </Allowed>
      ),
    };
  },
});

const learner = (alone: boolean): RouteObject[] =>
  learnerRoutes
    .filter((route) => (route.alone ?? false) === alone)
    .map(({ path, load, permission }) => ({ path, ...page(load, permission), ErrorBoundary: RouteFault }));

export const routes = (): RouteObject[] => [
  {
    Component: Root,
    ErrorBoundary: RouteFault,
    HydrateFallback: Starting,
    children: [
      { path: '/sign-in', ...page(async () => (await import('./sign-in/sign-in-page.js')).SignInPage) },
      {
        Component: SignedIn,
        children: [
          { path: '/', Component: Home },
          { path: '/new-password', ...page(async () => (await import('./sign-in/new-password-page.js')).NewPasswordPage) },
          { Component: LearnerShell, children: learner(false) },
          ...learner(true),
          {
            path: '/desk',
            lazy: async () => ({ Component: (await import('./shell/desk.js')).Desk }),
            children: [
              { index: true, handle: { beforeUnits: true }, ...page(async () => (await import('./desk-home/desk-home-page.js')).DeskHomePage) },
              { path: 'account', handle: { beforeUnits: true }, ...page(async () => (await import('./account/desk-account-page.js')).DeskAccountPage) },
              ...deskRoutes.map(({ path, load, permission, beforeUnits = false }) => ({ path, handle: { beforeUnits }, ...page(load, permission), ErrorBoundary: RouteFault })),
              { path: '*', handle: { beforeUnits: true }, Component: NotFound },
            ],
          },
        ],
      },
      { path: '*', Component: NotFoundAlone },
    ],
  },
];

export const makeRouter = (): ReturnType<typeof createBrowserRouter> => createBrowserRouter(routes());
