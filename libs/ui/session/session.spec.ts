import { request } from '../graphql/request.js';
import { fakeServer } from '../testing/fake-server.js';
import { confirmedAccount, currentViewer, followSession, loadSession, onSession, signOut, welcome, type Viewer } from './session.js';
import { viewerQuery } from './viewer.js';

const viewer: Viewer = {
  accountId: 'a1',
  login: 'wang',
  name: '王芳',
  roles: ['staff'],
  permissions: ['course.learn'],
  locale: null,
  mustChangePassword: false,
  person: null,
};

beforeAll(followSession);

describe('the session', () => {
  it('goes on offline as the person who used this device last', async () => {
    const server = fakeServer({ Viewer: { viewer } });
    await loadSession();
    server.offline = true;
    await loadSession();
    expect(currentViewer()?.name).toBe('王芳');
    expect(confirmedAccount()).toBeUndefined();
  });

  it('begins as that person at once, but is confirmed only by the server', async () => {
    let begun: string | undefined;
    welcome(viewer);
    await jest.isolateModulesAsync(async () => {
      const fresh = await import('./session.js');
      const { fakeServer: freshServer } = await import('../testing/fake-server.js');
      freshServer({ Viewer: { viewer } });
      const loading = fresh.loadSession();
      begun = fresh.currentViewer()?.name;
      expect(fresh.confirmedAccount()).toBeUndefined();
      await loading;
      expect(fresh.confirmedAccount()).toBe('a1');
    });
    expect(begun).toBe('王芳');
  });

  it('is nobody when the server says so, and then nobody offline either', async () => {
    const server = fakeServer({ Viewer: { viewer: null } });
    welcome(viewer);
    await loadSession();
    expect(currentViewer()).toBeUndefined();
    server.offline = true;
    await loadSession();
    expect(currentViewer()).toBeUndefined();
  });

  it('stays when the server could not be told of the sign-out', async () => {
    const server = fakeServer({ SignOut: { signOut: { signedOut: true } } });
    welcome(viewer);
    server.offline = true;
    await expect(signOut()).rejects.toThrow();
    expect(currentViewer()?.accountId).toBe('a1');
    server.offline = false;
    await signOut();
    expect(currentViewer()).toBeUndefined();
  });

  it('ends here as soon as the server no longer knows it', async () => {
    welcome(viewer);
    const heard = jest.fn();
    const stop = onSession(heard);
    globalThis.fetch = (async () => new Response('', { status: 401 })) as typeof fetch;
    await expect(request(viewerQuery)).rejects.toThrow();
    stop();
    expect(currentViewer()).toBeUndefined();
    expect(heard).toHaveBeenCalled();
  });
});
