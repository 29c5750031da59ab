/** Kinds of units from the top of the organisation down; departments stand beside halls. */
export const unitTypes = ['company', 'city', 'county', 'hall', 'department'] as const;
export type UnitType = (typeof unitTypes)[number];

/** Characters of one level of a path; fixed, so that byte order is tree order. */
export const pathWidth = 4;

/**
 * The place of the `index`-th child (from 1) below `parent`: the parent's path and four characters of base 36.
 * At most 1,679,615 children; RangeError beyond.
 */
export function childPath(parent: string, index: number): string {
  if (!Number.isInteger(index) || index < 1 || index >= 36 ** pathWidth) throw new RangeError(`no path for child ${index}`);
  return parent + index.toString(36).padStart(pathWidth, '0');
}

/** More levels than any organisation has; what goes deeper is a mistake in a file. */
export const mostLevels = 12;

/** Whether something may stand below `path`. */
export const mayHoldUnits = (path: string): boolean => path.length < mostLevels * pathWidth;

/** Paths of the units above, from the top. */
export const ancestorPaths = (path: string): string[] =>
  Array.from({ length: path.length / pathWidth - 1 }, (_, level) => path.slice(0, (level + 1) * pathWidth));

export interface UnitLink {
  readonly code: string;
  readonly parentCode: string | null;
}

/** Codes of units that lie on or below a circle of parents, so that no way leads from them to a top. */
export function unitsInCycles(units: Iterable<UnitLink>): Set<string> {
  const parents = new Map([...units].map(({ code, parentCode }) => [code, parentCode]));
  const sound = new Set<string>();
  const lost = new Set<string>();
  for (const start of parents.keys()) {
    const way: string[] = [];
    let code: string | null | undefined = start;
    const onWay = new Set<string>();
    while (code != null && parents.has(code) && !sound.has(code) && !lost.has(code) && !onWay.has(code)) {
      way.push(code);
      onWay.add(code);
      code = parents.get(code);
    }
    const verdict = code != null && (lost.has(code) || onWay.has(code)) ? lost : sound;
    for (const passed of way) verdict.add(passed);
  }
  return lost;
}
