/** A stem as lists show it: its blanks as lines, without their numbers. */
export const shortStem = (stem: string): string => stem.replace(/\[\[\d+\]\]/g, '____');
