import type { DeskRoute } from '@skillhall/ui/page';

/** Every page of the desk, in the order of the rail. */
export const deskRoutes: readonly DeskRoute[] = [
];
