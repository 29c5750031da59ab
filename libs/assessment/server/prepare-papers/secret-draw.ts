import type { Draw } from '@skillhall/question-bank/domain';
import { createHmac } from 'node:crypto';
import { drawFrom } from '../../domain/index.js';

/**
 * Numbers that follow from a secret and what they are drawn for: HMAC-SHA256 in counter mode. Who does not know the
 * secret cannot guess them, and who does can draw the same paper again.
 */
export const secretDraw = (seed: Uint8Array, purpose: string): Draw => drawFrom((counter) => createHmac('sha256', seed).update(`${counter}\u001f${purpose}`).digest());
