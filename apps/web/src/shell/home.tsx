import { useViewer } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { startSide } from './sides.js';

export function Home(): ReactNode {
  const viewer = useViewer();
  const wide = window.matchMedia('(min-width: 900px)').matches;
  return <Navigate to={startSide(viewer, wide) === 'desk' ? '/desk' : '/today'} replace />;
}
