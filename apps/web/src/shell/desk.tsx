import { DeskShell, UnitNeeded } from '@skillhall/ui/desk';
import { useViewer } from '@skillhall/ui/session';
import { useEffect, type ReactNode } from 'react';
import { Outlet, useMatches } from 'react-router';
import { deskRoutes } from '../desk-routes.js';
import { DeskCorner } from './desk-corner.js';
import { rememberSide, sidesOf } from './sides.js';
import { GoTo } from './starting.js';

export function Desk(): ReactNode {
  const viewer = useViewer();
  const { accountId } = viewer;
  const works = sidesOf(viewer).includes('desk');
  useEffect(() => {
    if (works) rememberSide(accountId, 'desk');
  }, [accountId, works]);
  const handle = useMatches().at(-1)?.handle as { readonly beforeUnits?: boolean } | undefined;
  // Who has no work at the desk learns: an empty desk would be a riddle.
  if (!works) return <GoTo to="/today" />;
  return (
    <DeskShell routes={deskRoutes} corner={<DeskCorner />}>
      {handle?.beforeUnits ? (
        <Outlet />
      ) : (
        <UnitNeeded>
          <Outlet />
        </UnitNeeded>
      )}
    </DeskShell>
  );
}
