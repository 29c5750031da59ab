import type { Draw } from '@skillhall/question-bank/domain';
import { drawFrom } from '../draw-from-bytes.js';

/** Numbers for tests that are the same each time (splitmix32); in the product they come from a secret. */
export function seededDraw(seed: number): Draw {
  return drawFrom((counter) => {
    const bytes = new Uint8Array(36);
    let state = (seed * 0x9e3779b1 + counter * 0x85ebca6b) >>> 0;
    for (let at = 0; at < bytes.length; at++) {
      state = (state + 0x9e3779b9) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      bytes[at] = (mixed ^ (mixed >>> 15)) & 255;
    }
    return bytes;
  });
}
