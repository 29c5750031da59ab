// `npm start`: from a fresh clone to a running product. Needs nothing but Node; the rest is in run.mjs,
// which is loaded only once this Node is known to understand it.
import { requireNode } from './node-version.mjs';

if (requireNode()) import('./run.mjs').then(function (run) { return run.main(process.argv.slice(2)); });
