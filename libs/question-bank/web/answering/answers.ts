/**
 * What somebody answered, as texts: the keys of chosen options; all option keys in the order given; the option of each
 * prompt; what stands in each blank; or one text. Nothing at all is an empty list.
 */
export type Answer = readonly string[];

const nothing: Answer = [];

/** An answer in which no place is filled is no answer. */
const orNothing = (answer: Answer): Answer => (answer.some((text) => text !== '') ? answer : nothing);

/** The letter of an option by its place as it is seen: A, B, C … */
export const letterAt = (place: number): string => String.fromCodePoint(65 + place);

/** The chosen keys in the order of the options, so that the same choice is always the same answer. */
export const toggled = (keys: readonly string[], answer: Answer, key: string): Answer =>
  keys.filter((each) => (each === key ? !answer.includes(key) : answer.includes(each)));

/** Puts `text` at one of `places` places: a blank, or the option of a prompt. */
export const placed = (answer: Answer, places: number, index: number, text: string): Answer =>
  orNothing(Array.from({ length: places }, (_, place) => (place === index ? text : (answer[place] ?? ''))));

/** The order as it stands: what was put in order, or else the options as they are shown. */
export const orderOf = (keys: readonly string[], answer: Answer): readonly string[] =>
  answer.length === keys.length && keys.every((key) => answer.includes(key)) ? answer : keys;

/** The order with the item at `from` put at `to`; a place outside the list changes nothing. */
export function moved(order: readonly string[], from: number, to: number): readonly string[] {
  if (from === to || to < 0 || to >= order.length || from < 0 || from >= order.length) return order;
  const rest = order.toSpliced(from, 1);
  return rest.toSpliced(to, 0, order[from]!);
}

/** Places still empty, of so many. */
export const emptyPlaces = (answer: Answer, places: number): number =>
  places - Array.from({ length: places }, (_, place) => answer[place]?.trim() ?? '').filter(Boolean).length;

/** Characters that say something: blanks and line ends do not count. */
export const lengthOf = (text: string): number => [...text.replace(/\s/g, '')].length;
