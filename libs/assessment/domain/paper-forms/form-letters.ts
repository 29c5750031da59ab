/** Forms of one sitting: neighbours at the tables have different ones. */
export const mostForms = 8;

/** `A`, `B`, …: the letters of so many forms. */
export const formLetters = (count: number): string[] => Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index));

/** A form as it was typed in: `a`, `Ｂ`, `C卷`. */
export const formLetter = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase().replace(/^卷|卷$/g, '');
