import type { Draft } from './draft.js';
import type { FieldName } from './fields.js';
import { heading, type SectionType } from './headings.js';
import { keysOf } from './key-list.js';
import { numbered, type Line, type Numbered, type NumberStyle } from './lines.js';

interface Situation {
  readonly index: number;
  readonly draft: Draft | undefined;
  readonly inCase: Draft | undefined;
  readonly place: FieldName | 'stem' | 'options';
  readonly section: SectionType | null;
  readonly afterBlank: boolean;
}

/** `question` and `part` begin one, `answer` is the answer of a part given below the parts, `text` belongs to what stands above. */
type Role = 'question' | 'part' | 'answer' | 'text';

const openEnded: readonly (SectionType | null)[] = ['shortAnswer', 'calculation', 'case', null];

/**
 * Tells numbers of questions from numbers of points in a question or an answer. The first number of a section shows
 * how its questions are numbered; points are numbered otherwise, or begin at 1 where a question could not.
 */
export class Numbering {
  readonly #places = new Map<string, number[]>();
  readonly #ones: number[] = [];
  readonly #numbers: number[] = [];
  readonly #headings: number[] = [];
  #style: NumberStyle | undefined;
  #last = 0;
  /** The number that the next point of a numbered answer would have; 0 where no point has been seen. */
  #point = 0;

  constructor(lines: readonly Line[]) {
    for (const [index, line] of lines.entries()) {
      if (heading(line)) this.#headings.push(index);
      const number = numbered(line);
      if (!number) continue;
      this.#numbers.push(index);
      if (number.number === 1) this.#ones.push(index);
      const key = `${number.style}${number.number}`;
      const places = this.#places.get(key);
      if (places) places.push(index);
      else this.#places.set(key, [index]);
    }
  }

  beginSection(): void {
    [this.#style, this.#last, this.#point] = [undefined, 0, 0];
  }

  beginCase(): void {
    this.#point = 0;
  }

  beginField(name: FieldName | 'stem' | 'options', draft: Draft): void {
    const first = name === 'answer' && draft.fields.get('answer')?.[0];
    const start = first ? numbered(first) : undefined;
    this.#point = start?.number === 1 ? 2 : 0;
  }

  /** Whether the next number below a line is a 1, so that the line may begin another case. */
  beginsAnew(index: number): boolean {
    const next = after(this.#numbers, index);
    return next !== undefined && next === after(this.#ones, index);
  }

  roleOf(number: Numbered, at: Situation): Role {
    if (at.inCase) return this.#inCase(number, at, at.inCase);
    if (this.#style !== undefined && number.style !== this.#style) return 'text';
    if (number.doubtful && number.number !== this.#last + 1) return 'text';
    if (at.draft && this.#isPoint(number, at)) return 'text';
    return this.#begin(number);
  }

  #begin({ style, number }: Numbered): 'question' {
    [this.#style, this.#last, this.#point] = [style, number, 0];
    return 'question';
  }

  /** Below 【案例】 with parts (1), (2) … a plain 3. is the next question, unless it is a point of an answer. */
  #endsCase(number: Numbered, at: Situation, inCase: Draft): boolean {
    if (inCase.style !== null || number.style !== 'plain' || inCase.parts[0]?.style !== 'round' || number.doubtful) return false;
    if (at.place === 'options' || at.place === 'stem') return at.place === 'options';
    return number.number !== this.#point && (number.number === this.#last + 1 || this.#last === 0) && (number.number !== 1 || at.afterBlank);
  }

  #inCase(number: Numbered, at: Situation, inCase: Draft): Role {
    // A numbered case ends where the next number of its kind stands.
    if (inCase.style === number.style) {
      if (number.number !== inCase.number! + 1 || (at.draft && this.#isPoint(number, at))) return 'text';
      return this.#begin(number);
    }
    const last = inCase.parts.at(-1);
    if (last && last.style !== number.style) return this.#endsCase(number, at, inCase) ? this.#begin(number) : this.#goOn(number);
    if (!last || number.number === last.number! + 1) {
      if (last && at.place !== 'stem' && at.place !== 'options' && this.#point === number.number && this.#comesAgain(number, at.index)) return this.#goOn(number);
      this.#point = 0;
      return 'part';
    }
    // 答案：(1)… (2)… below all the questions.
    if (at.place === 'answer' && inCase.parts.length > 1 && inCase.parts.every((part) => part === last || !part.fields.has('answer')) && !last.field('answer')) return 'answer';
    return this.#answersBelow(number, at, inCase) ? 'answer' : this.#goOn(number);
  }

  #answersBelow(number: Numbered, at: Situation, inCase: Draft): boolean {
    const before = inCase.parts.find((part) => part.number === number.number - 1);
    return at.place === 'answer' && before?.fields.has('answer') === true && inCase.parts.some((part) => part.number === number.number && !part.fields.has('answer'));
  }

  #goOn({ number }: Numbered): 'text' {
    this.#point = number + 1;
    return 'text';
  }

  #isPoint(number: Numbered, at: Situation): boolean {
    const draft = at.draft!;
    const next = number.number === this.#last + 1;
    if (at.place === 'options') return false;
    if (at.place === 'stem') {
      if (draft.isComplete || next || draft.number === null) return false;
      const points = draft.options.length === 0 && (number.number === 1 || number.number === this.#point) && !draft.marksKey;
      if (points) this.#point = number.number + 1;
      return points;
    }
    if (at.place === 'answer' && !this.#takesPoints(draft, at)) return false;
    if (at.place !== 'answer' && at.place !== 'explanation' && at.place !== 'rubric') return false;
    if (at.place === 'explanation' && this.#point === 0 && at.section === null && (at.afterBlank || !/:$|^$/.test(draft.fields.get('explanation')?.at(-1)?.norm ?? ''))) return false;
    const isPoint = next ? this.#point === number.number && this.#comesAgain(number, at.index) : number.number === 1 || number.number === this.#point;
    if (isPoint) this.#point = number.number + 1;
    return isPoint;
  }

  /** Only an answer in words has points; letters and √ do not. */
  #takesPoints(draft: Draft, { section }: Situation): boolean {
    if (!openEnded.includes(draft.type ?? section)) return false;
    const said = draft.fields.get('answer')?.[0];
    return !said || !/^[A-L、,\s]+$|^[√×✓✗对错對錯]$/.test(said.norm) || said.raw === '' || keysOf(said) !== undefined;
  }

  /** Whether the same number stands further down in the section, so that this one is a point and that one the question. */
  #comesAgain({ style, number }: Numbered, index: number): boolean {
    const again = after(this.#places.get(`${style}${number}`) ?? [], index);
    if (again === undefined) return false;
    return again < (after(this.#headings, index) ?? Infinity);
  }
}

/** The first of ascending places behind one. */
function after(places: readonly number[], index: number): number | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! > index) high = middle;
    else low = middle + 1;
  }
  return places[low];
}
