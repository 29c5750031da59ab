/** What a browser may tell of around the answers. The server writes down beginnings and take-overs itself. */
export const toldKinds = ['left', 'returned', 'full-screen-left', 'pasted', 'offline', 'online'] as const;
export type ToldKind = (typeof toldKinds)[number];

export const eventKinds = ['begun', 'taken-over', ...toldKinds] as const;
export type AttemptEventKind = (typeof eventKinds)[number];

/** More of them in one attempt say nothing new, and are not written down. */
export const mostEvents = 500;
/** How many a browser tells at once. */
export const mostToldAtOnce = 50;

export const isTold = (kind: string): kind is ToldKind => (toldKinds as readonly string[]).includes(kind);
