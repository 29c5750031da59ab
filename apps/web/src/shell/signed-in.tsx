import { useSession } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';

/** Only for somebody signed in, with a password of their own. */
export function SignedIn(): ReactNode {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.status !== 'signedIn') {
    const back = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${back}`} replace />;
  }
  if (session.viewer.mustChangePassword && pathname !== '/new-password') return <Navigate to="/new-password" replace />;
  return <Outlet />;
}
