export { readStored, writeStored } from './stored.js';
export { createStore, useStore, type Store } from './store.js';
export { randomId } from './random-id.js';
export { useOnline } from './use-online.js';
