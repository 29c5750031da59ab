const { rm } = require('node:fs/promises');

module.exports = async function tearDown() {
  const running = globalThis.skillhallTestDatabase;
  if (!running) return;
  globalThis.skillhallTestDatabase = undefined;
  await running.server.stop();
  await rm(running.dataFolder, { recursive: true, force: true });
};
