import { viewerQuery } from '../session/viewer.js';
import { onSignedOut, request, RequestFailure } from './request.js';

const answer = (body: string, status = 200, headers: Record<string, string> = {}) => {
  globalThis.fetch = (async () => new Response(body, { status, headers })) as typeof fetch;
};
const kindOf = async (): Promise<string> => {
  try {
    await request(viewerQuery);
    return 'none';
  } catch (error) {
    return error instanceof RequestFailure ? error.kind : 'other';
  }
};

describe('a request', () => {
  it('gives the data', async () => {
    answer('{"data":{"viewer":null}}');
    expect(await request(viewerQuery)).toEqual({ viewer: null });
  });

  it.each([
    ['{"errors":[{"message":"x","extensions":{"code":"UNAUTHENTICATED"}}]}', 200, 'signedOut'],
    ['{"errors":[{"message":"x","extensions":{"code":"FORBIDDEN"}}]}', 200, 'forbidden'],
    ['{"errors":[{"message":"x","extensions":{"code":"INTERNAL"}}]}', 200, 'server'],
    ['', 401, 'signedOut'],
    ['<html>', 502, 'network'],
    ['<html>', 500, 'server'],
    ['not json', 200, 'server'],
    ['{"data":null}', 200, 'server'],
  ])('tells %s with %i as %s', async (body, status, kind) => {
    answer(body, status);
    expect(await kindOf()).toBe(kind);
  });

  it('without a network fails as such', async () => {
    globalThis.fetch = (async () => {
      throw new TypeError('Failed to fetch');
    }) as typeof fetch;
    expect(await kindOf()).toBe('network');
  });

  it('tells who listens that nobody is signed in any more', async () => {
    const heard = jest.fn();
    const stop = onSignedOut(heard);
    answer('', 401);
    await kindOf();
    stop();
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
