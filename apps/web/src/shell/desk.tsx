import { DeskShell, UnitNeeded } from '@skillhall/ui/desk';
import { useViewer } from '@skillhall/ui/session';
import { useEffect, type ReactNode } from 'react';
import { Outlet, useMatches } from 'react-router';
import { deskRoutes } from '../desk-routes.js';
import { DeskCorner } from './desk-corner.js';
import { rememberSide } from './sides.js';

export function Desk(): ReactNode {
  const { accountId } = useViewer();
  useEffect(() => rememberSide(accountId, 'desk'), [accountId]);
  const handle = useMatches().at(-1)?.handle as { readonly beforeUnits?: boolean } | undefined;
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
