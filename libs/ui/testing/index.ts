export { fakeServer, type FakeServer } from './fake-server.js';
export { renderPage } from './render-page.js';
