/** A stem as lists show it, without its marks: blanks are lines, drawn values stand by their names. */
export const shortStem = (stem: string): string =>
  stem
    .replace(/\[\[\d+\]\]/g, '____')
    .replace(/\{\{\s*([^{}]+?)\s*\}\}/g, '[$1]')
    .replace(/\*\*(.+?)\*\*/g, '$1');
