/** Full-width letters, digits and signs as the half-width ones; length and line breaks stay. */
export const halfWidth = (text: string): string => text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** The lines of a text, whatever ends them, without the byte order mark. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);

/** A number as people write it: `3.14`, `-2`, `1e3`, `１，２００`, `3,5`; undefined for anything else. */
export function numberIn(text: string): number | undefined {
  const plain = halfWidth(text).trim().replace(/[\u2212\u2013]/g, '-').replace(/^\+/, '');
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(grouped) ? Number(grouped) : undefined;
}

/** Without what adding and dividing leaves behind: 3.1415000000000002 is 3.1415. */
export const tidyNumber = (value: number): number => Number(value.toPrecision(12));

/** Shares in the seven decimals in which they are kept: a third is 0.3333333. */
export const tidyCredit = (value: number): number => Math.round(value * 1e7) / 1e7;
