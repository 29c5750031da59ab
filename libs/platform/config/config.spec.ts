import { ConfigError, parseConfig } from './config.js';

describe('configuration', () => {
  it('works with nothing set', () => {
    const config = parseConfig({}, '/somewhere');
    expect(config).toMatchObject({ PORT: 8090, dataFolder: '/somewhere/.data', DEMO: false });
  });

  it('names every variable that is wrong, in one message', () => {
    expect(() => parseConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL[\s\S]*PORT|PORT[\s\S]*DATABASE_URL/);
  });

  it('takes an empty variable as not set', () => {
    expect(parseConfig({ QUEUE_URL: '' }).QUEUE_URL).toBeUndefined();
  });

  it('refuses half an object store, OIDC without an address, and demo sign-ins in production', () => {
    expect(() => parseConfig({ FILES_S3_ENDPOINT: 'https://s3.example' })).toThrow(ConfigError);
    const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
    expect(() => parseConfig(oidc)).toThrow(/PUBLIC_URL/);
    expect(() => parseConfig({ NODE_ENV: 'production', DEMO: 'true' })).toThrow(/DEMO/);
  });
});
