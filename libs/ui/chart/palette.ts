export interface Palette {
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly surface: string;
  readonly brand: string;
  readonly brandSoft: string;
  readonly warn: string;
  readonly bad: string;
  readonly good: string;
}

/** The colours of the page as it looks now, for drawings that cannot read style variables. */
export function readPalette(): Palette {
  const styles = getComputedStyle(document.documentElement);
  const read = (name: string) => styles.getPropertyValue(name).trim();
  return {
    ink: read('--ink'),
    inkSoft: read('--ink-soft'),
    line: read('--line'),
    surface: read('--surface'),
    brand: read('--brand'),
    brandSoft: read('--brand-soft'),
    warn: read('--warn'),
    bad: read('--bad'),
    good: read('--good'),
  };
}
