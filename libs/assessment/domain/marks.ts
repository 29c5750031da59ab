/** Marks have two decimals at most; they are added up and compared in whole hundredths, so that no rounding decides. */
export const hundredths = (marks: number): number => Math.round(marks * 100);
export const inMarks = (sum: number): number => sum / 100;

/** The mark of a question whose paper names none. */
export const usualMarks = 1;

/** The marks of a case shared out over its parts: in hundredths, what is left over to the first. */
export function partMarks(marks: number, parts: number): number[] {
  const all = hundredths(marks);
  return Array.from({ length: parts }, (_, index) => inMarks(Math.floor(all / parts) + (index < all % parts ? 1 : 0)));
}
