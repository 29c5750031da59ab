import type { Permission } from '@skillhall/kernel';
import type { ViewerFieldsFragment } from '../gql/index.js';
import { forgetAll, refreshAll } from '../graphql/cache.js';
import { onSignedOut, request, type RequestFailure } from '../graphql/request.js';
import { currentLocale, locales, localeWasChosen, setLocale, type Locale } from '../i18n/locale.js';
import { createStore, readStored, useStore, writeStored } from '../store/index.js';
import { setLocaleMutation, signOutMutation, viewerQuery } from './viewer.js';

export type Viewer = ViewerFieldsFragment;

export type Session =
  | { readonly status: 'loading' }
  /** Nothing is known and the server is not there. */
  | { readonly status: 'unreachable'; readonly failure: RequestFailure }
  | { readonly status: 'signedOut'; readonly ended: boolean }
  /**
   * `confirmed`: the server has said so since the page was opened; before that it is who used this device last.
   * `remembered`: the server was asked and could not be reached.
   */
  | { readonly status: 'signedIn'; readonly viewer: Viewer; readonly confirmed: boolean; readonly remembered: boolean };

const session = createStore<Session>({ status: 'loading' });
const rememberedKey = 'viewer';
const againMs = 5000;
/** Called before the session of this device ends, to put away what belongs to the person. */
const leaving = new Set<(accountId: string) => Promise<void>>();

export const onLeave = (tidy: (accountId: string) => Promise<void>): void => void leaving.add(tidy);

export const useSession = (): Session => useStore(session);
export const currentViewer = (): Viewer | undefined => {
  const now = session.get();
  return now.status === 'signedIn' ? now.viewer : undefined;
};
/** The account that the server has confirmed for this page: only in its name may anything kept here be sent. */
export const confirmedAccount = (): string | undefined => {
  const now = session.get();
  return now.status === 'signedIn' && now.confirmed ? now.viewer.accountId : undefined;
};
export const onSession = session.subscribe;

function remembered(): Viewer | undefined {
  try {
    return JSON.parse(readStored(rememberedKey) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Takes over who is signed in: after start, sign-in, or a change of the account. */
export function welcome(viewer: Viewer): void {
  if (currentViewer()?.accountId !== viewer.accountId) forgetAll();
  const chosen = locales.find((locale) => locale === viewer.locale);
  if (chosen && !localeWasChosen()) setLocale(chosen);
  writeStored(rememberedKey, JSON.stringify(viewer));
  session.set({ status: 'signedIn', viewer, confirmed: true, remembered: false });
}

/** Nobody is signed in here; `ended`: the session ended by itself. */
export function farewell(ended: boolean): void {
  writeStored(rememberedKey, undefined);
  forgetAll();
  session.set({ status: 'signedOut', ended });
}

/**
 * Asks the server who is signed in. Meanwhile, and without a network, the last person of this device goes on: whatever
 * they may see, the server decides anew with every request.
 */
export async function loadSession(): Promise<void> {
  const before = remembered();
  if (before && session.get().status === 'loading') session.set({ status: 'signedIn', viewer: before, confirmed: false, remembered: false });
  try {
    const { viewer } = await request(viewerQuery);
    if (viewer) welcome(viewer);
    else farewell(false);
  } catch (error) {
    const last = remembered();
    const failure = error as RequestFailure;
    if (failure.kind === 'signedOut') farewell(false);
    else if (last && failure.kind === 'network') session.set({ status: 'signedIn', viewer: last, confirmed: false, remembered: true });
    else session.set({ status: 'unreachable', failure });
  }
}

/** Ends the session; throws RequestFailure when the server could not be told, and the session then goes on. */
export async function signOut(): Promise<void> {
  const viewer = currentViewer();
  await request(signOutMutation);
  if (viewer) for (const tidy of leaving) await tidy(viewer.accountId);
  farewell(false);
}

/** Follows the session over time: an ended one shows the sign-in page, a network found again asks the server. */
export function followSession(): void {
  onSignedOut(() => {
    if (session.get().status === 'signedIn') farewell(true);
  });
  const again = () => {
    const now = session.get();
    if (now.status === 'unreachable' || (now.status === 'signedIn' && now.remembered)) void loadSession();
  };
  window.addEventListener('online', again);
  // The network may be there and the server not: nothing tells when it is back.
  setInterval(again, againMs);
}

/** Changes the language here at once and, when somebody is signed in, for their account. */
export async function chooseLocale(locale: Locale): Promise<void> {
  if (locale === currentLocale() && localeWasChosen()) return;
  setLocale(locale);
  const now = session.get();
  if (now.status === 'signedIn') {
    session.set({ ...now, viewer: { ...now.viewer, locale } });
    await request(setLocaleMutation, { locale }).catch(() => {
      // The device keeps the choice; the account learns of it with the next one.
    });
  }
  // What the server says in words is said anew.
  await refreshAll();
}

export function useViewer(): Viewer {
  const now = useSession();
  if (now.status !== 'signedIn') throw new Error('this part is shown only to somebody signed in');
  return now.viewer;
}

/** May the viewer do this, or one of these, anywhere? Where exactly, the server decides. */
export function useMay(): (permission: Permission | readonly Permission[]) => boolean {
  const { permissions } = useViewer();
  return (permission) => [permission].flat().some((one) => permissions.includes(one));
}
