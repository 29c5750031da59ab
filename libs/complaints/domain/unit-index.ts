export interface UnitName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
}

export type UnitMatch<U> = { readonly found: U } | { readonly found: null; readonly ambiguous: boolean };

/** A name or code without blanks, width and case: ` 东湖营业厅 ` and `Ｃ01-x1` meet what the directory holds. */
export const unitKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/[‐-―−－]/g, '-')
    .toLowerCase();

const separators = /[/\\>|,;:、→»·-]+/g;

/**
 * Finds units as exports name them: by code, by name, or by a name with the units above in front
 * (江北县供电公司东湖营业厅, 江北县供电公司/东湖营业厅). A code wins over a name; a name that several units bear is
 * ambiguous, never a guess.
 */
export class UnitIndex<U extends UnitName> {
  readonly #codes = new Map<string, U>();
  readonly #names = new Map<string, U | null>();

  constructor(units: readonly U[]) {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) {
      this.#codes.set(unitKey(unit.code), unit);
      let name = unitKey(unit.name);
      this.#add(name, unit);
      const seen = new Set([unit.id]);
      for (let above = byId.get(unit.parentId ?? ''); above && !seen.has(above.id); above = byId.get(above.parentId ?? '')) {
        seen.add(above.id);
        name = unitKey(above.name) + name;
        this.#add(name, unit);
      }
    }
  }

  find(text: string): UnitMatch<U> {
    const key = unitKey(text);
    const byCode = this.#codes.get(key);
    if (byCode) return { found: byCode };
    const byName = this.#names.get(key) ?? this.#names.get(key.replace(separators, ''));
    if (byName) return { found: byName };
    return { found: null, ambiguous: this.#names.has(key) || this.#names.has(key.replace(separators, '')) };
  }

  #add(name: string, unit: U): void {
    this.#names.set(name, this.#names.has(name) ? null : unit);
  }
}
