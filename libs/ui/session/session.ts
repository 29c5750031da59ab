import type { Permission } from '@skillhall/kernel';
import type { ViewerFieldsFragment } from '../gql/index.js';
import { forgetAll } from '../graphql/cache.js';
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
  /** `remembered`: the server could not be asked; this is who used this device last. */
  | { readonly status: 'signedIn'; readonly viewer: Viewer; readonly remembered: boolean };

const session = createStore<Session>({ status: 'loading' });
const rememberedKey = 'viewer';
/** Called before the session of this device ends, to put away what belongs to the person. */
const leaving = new Set<(accountId: string) => Promise<void>>();

export const onLeave = (tidy: (accountId: string) => Promise<void>): void => void leaving.add(tidy);

export const useSession = (): Session => useStore(session);
export const currentViewer = (): Viewer | undefined => {
  const now = session.get();
  return now.status === 'signedIn' ? now.viewer : undefined;
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
  session.set({ status: 'signedIn', viewer, remembered: false });
}

function farewell(ended: boolean): void {
  writeStored(rememberedKey, undefined);
  forgetAll();
  session.set({ status: 'signedOut', ended });
}

/** Asks the server who is signed in; without a network the last person of this device goes on. */
export async function loadSession(): Promise<void> {
  try {
    const { viewer } = await request(viewerQuery);
    if (viewer) welcome(viewer);
    else farewell(false);
  } catch (error) {
    const last = remembered();
    const failure = error as RequestFailure;
    if (failure.kind === 'signedOut') farewell(false);
    else if (last && failure.kind === 'network') session.set({ status: 'signedIn', viewer: last, remembered: true });
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
  window.addEventListener('online', () => {
    const now = session.get();
    if (now.status === 'unreachable' || (now.status === 'signedIn' && now.remembered)) void loadSession();
  });
}

/** Changes the language here at once and, when somebody is signed in, for their account. */
export async function chooseLocale(locale: Locale): Promise<void> {
  if (locale === currentLocale() && localeWasChosen()) return;
  setLocale(locale);
  forgetAll();
  const viewer = currentViewer();
  if (!viewer) return;
  session.set({ status: 'signedIn', viewer: { ...viewer, locale }, remembered: false });
  await request(setLocaleMutation, { locale }).catch(() => {
    // The device keeps the choice; the account learns of it with the next one.
  });
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
