/** Every part of a work order as it came in, personal data included. */
export type OrderParts = readonly (string | boolean | null)[];

/**
 * The content of a work order as one string without white space, so that the same order exported twice compares
 * equal. It holds personal data: only its keyed hash may be stored.
 */
export const orderContent = (parts: OrderParts): string =>
  parts.map((part) => (part === null ? '' : String(part).replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ''))).join('\u001f');
