import { TestApp } from '@skillhall/api/testing';
import { Logger } from '@nestjs/common';
import { RateLimit } from '../access/index.js';
import { Metrics } from '../observability/index.js';
import { currentRequestId } from '../observability/request-id.js';

describe('what goes wrong inside', () => {
  let product: TestApp;
  const logged: { text: string; requestId: string | undefined }[] = [];
  beforeAll(async () => {
    product = await TestApp.start();
    jest.spyOn(product.app.get(RateLimit), 'hit').mockRejectedValue(new Error('inner secret'));
    jest.spyOn(product.app.get(Metrics).registry, 'metrics').mockRejectedValue(new Error('inner secret'));
    jest.spyOn(Logger.prototype, 'error').mockImplementation((message: unknown) => void logged.push({ text: String(message), requestId: currentRequestId() }));
    jest.spyOn(Logger, 'error').mockImplementation((message: unknown) => void logged.push({ text: String(message), requestId: currentRequestId() }));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await product.stop();
  });

  const signIn = JSON.stringify({ query: 'mutation { signIn(login: "a", password: "b") { __typename } }' });

  it.each<[string, 'GET' | 'POST', string, string | undefined]>([
    ['a resolver, through Apollo', 'POST', '/graphql', signIn],
    ['a resolver, known already', 'POST', '/graphql', signIn],
    ['a controller', 'GET', '/metrics', undefined],
  ])('is logged under the id that the answer carries, and not shown: %s', async (_, method, url, body) => {
    logged.length = 0;
    const answers = await Promise.all([1, 2].map(() => product.inject(method, url, undefined, body ? { 'content-type': 'application/json' } : {}, body)));
    for (const answer of answers) {
      expect(answer.body).not.toContain('secret');
      expect(logged).toContainEqual({ text: expect.stringContaining('inner secret') as string, requestId: answer.headers['x-request-id'] });
    }
    expect(currentRequestId()).toBeUndefined();
  });
});
