/** A number that is not finite, as of a side without complaints, is not known. */
export const known = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);
