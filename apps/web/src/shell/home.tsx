import { useViewer } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { startSide } from './sides.js';
import { GoTo } from './starting.js';

export function Home(): ReactNode {
  const viewer = useViewer();
  const wide = window.matchMedia('(min-width: 900px)').matches;
  return <GoTo to={startSide(viewer, wide) === 'desk' ? '/desk' : '/today'} />;
}
