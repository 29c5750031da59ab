/** Gives each name a number, in the order of first sight. */
export class Names {
  private readonly known = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, this.known.size);
    return this.known.size - 1;
  }

  get all(): string[] {
    return [...this.known.keys()];
  }
}
