import { EmbeddedPostgresError } from '../database/index.js';
import { parseConfig } from '../config/index.js';
import { startFailure } from './start-failure.js';

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('what keeps a server from starting', () => {
  it('is said in a sentence where somebody can put it right', () => {
    expect(startFailure(thrown(() => parseConfig({ PORT: 'x' })))).toMatch(/^The configuration is not right:\nPORT: /);
    expect(startFailure(new EmbeddedPostgresError('no room'))).toBe('no room');
    expect(startFailure(Object.assign(new Error('listen'), { code: 'EADDRINUSE', port: 8090 }))).toContain('Port 8090 is in use');
    expect(startFailure(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe('The database of DATABASE_URL does not answer (ECONNREFUSED).');
  });

  it('is shown whole where nobody foresaw it', () => {
    const error = new Error('strange');
    expect(startFailure(error)).toBe(error);
  });
});
