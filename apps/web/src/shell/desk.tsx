import { DeskShell } from '@skillhall/ui/desk';
import { useViewer } from '@skillhall/ui/session';
import { useEffect, type ReactNode } from 'react';
import { Outlet } from 'react-router';
import { deskRoutes } from '../desk-routes.js';
import { DeskCorner } from './desk-corner.js';
import { rememberSide } from './sides.js';

export function Desk(): ReactNode {
  const { accountId } = useViewer();
  useEffect(() => rememberSide(accountId, 'desk'), [accountId]);
  return (
    <DeskShell routes={deskRoutes} corner={<DeskCorner />}>
      <Outlet />
    </DeskShell>
  );
}
