/** Small things remembered on this device; a browser that refuses storage only forgets sooner. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(`skillhall.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeStored(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`skillhall.${key}`);
    else localStorage.setItem(`skillhall.${key}`, value);
  } catch {
    // Full or forbidden: nothing that matters is kept here.
  }
}
