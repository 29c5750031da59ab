import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';
import { commonPasswords } from './common-passwords.js';

/** argon2id, 19 MiB, two passes, one lane: the least that OWASP's password storage sheet advises. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const shortest = 8;
const longest = 128;

/** What is wrong with a new password, if anything is; `context` are words that anybody knows of the person. */
export function passwordWeakness(password: string, context: readonly string[] = []): 'short' | 'long' | 'common' | 'context' | null {
  const length = [...password].length;
  if (length < shortest) return 'short';
  if (length > longest) return 'long';
  const plain = password.toLowerCase();
  if (commonPasswords.has(plain) || /^(.)\1+$/u.test(plain)) return 'common';
  const words = context.filter((word) => word.length >= 4).map((word) => word.toLowerCase());
  // A number or name with a few signs around it is still the number or name.
  return words.some((word) => plain.includes(word) && plain.length < word.length + 6) ? 'context' : null;
}

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Takes as long for an account that does not exist as for one that does. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  if (stored) return verify(stored, password);
  decoy ??= hashPassword('no account has this password');
  await verify(await decoy, password);
  return false;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for the first sign-in: easy to read aloud, about 60 bits. */
export const temporaryPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-');
