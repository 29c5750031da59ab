// The one thing of the host that the kernel uses; every browser and Node has it.
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

/**
 * A UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits, so that ids made one
 * after another lie next to each other in an index. Made here, not in the database, so that a client can
 * repeat a write safely and older servers need no function of their own.
 */
export function newId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isId = (value: string): boolean => uuidShape.test(value);
