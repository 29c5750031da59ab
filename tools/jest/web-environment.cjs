// jsdom with the parts of the platform that React Router and Apollo Client expect of a browser.
const { TestEnvironment } = require('jest-environment-jsdom');

const needed = ['TextEncoder', 'TextDecoder', 'fetch', 'Request', 'Response', 'Headers', 'structuredClone', 'ReadableStream', 'TransformStream', 'BroadcastChannel'];

module.exports = class WebEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of needed) this.global[name] ??= globalThis[name];
  }
};
module.exports.TestEnvironment = module.exports;
