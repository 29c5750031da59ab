export { zipBytes, type ZipPart } from './zip-bytes.js';
