/**
 * What a number format makes of a number: a day (perhaps with a time), only a time of day, so many digits
 * with leading zeros (`00000` shows 123 as 00123), or nothing that changes what it means.
 */
export type NumberKind = 'date' | 'time' | number | undefined;

const builtIn = (id: number): NumberKind => {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  // 27–36 and 50–58 are dates in the Chinese, Japanese and Korean editions.
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return undefined;
};

/** Reads a format of a workbook: its number, and its code where the workbook defines one. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn(id);
  if (/^0{2,20}$/.test(code)) return code.length;
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '') // quoted text, escaped, space-wide and filling characters
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '') // colours, conditions, locales; [h] is a duration
    .split(';')[0]!
    .toLowerCase();
  if (bare.includes('general')) return undefined;
  if (/[yd]/.test(bare) || (bare.includes('m') && !/[hs]/.test(bare))) return 'date';
  return /[hs]/.test(bare) ? 'time' : undefined;
}

const dayMs = 86_400_000;
const start1900 = Date.UTC(1899, 11, 30);
const start1904 = Date.UTC(1904, 0, 1);
/** 2200-12-31, the last day that a civil date may be. */
export const lastSerial = 109_939;

/**
 * The civil date of a spreadsheet's day number, to the second; undefined outside 1900–2200.
 * In the 1900 system day 60 is a 29 February that never was, and days before it are one too small.
 */
export function dateOfSerial(serial: number, date1904 = false): Date | undefined {
  if (!(serial >= 0) || serial >= lastSerial + 1) return undefined;
  const seconds = Math.round(serial * 86_400) * 1_000;
  if (date1904) return new Date(start1904 + seconds);
  const day = Math.floor(seconds / dayMs);
  if (day === 60 || day < 1) return undefined;
  return new Date(start1900 + seconds + (day < 60 ? dayMs : 0));
}
