// One PostgreSQL for all tests that query, thrown away afterwards; it ends with this process in any case.
const { chmod, mkdtemp } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = async function setUp() {
  if (process.env.SKILLHALL_TEST_DATABASE_URL) return;
  // This file runs outside Jest's own modules, so it takes the compiled launcher.
  await (await import('../build/build.mjs')).buildServer();
  const { startEmbeddedPostgres } = await import('../../libs/platform/dist/database/embedded/cluster.js');
  const dataFolder = await mkdtemp(join(tmpdir(), 'skillhall-test-'));
  await chmod(dataFolder, 0o755);
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const server = await startEmbeddedPostgres({ dataFolder, settings });
  process.env.SKILLHALL_TEST_DATABASE_URL = server.url;
  globalThis.skillhallTestDatabase = { server, dataFolder };
};
