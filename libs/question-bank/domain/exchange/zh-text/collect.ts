import type { ReadingProblem } from '../exchange-question.js';
import { Draft, markedTruth } from './draft.js';
import { fieldAt, splitFields, type FieldName, type FieldPart } from './fields.js';
import { caseMark, heading, keyHeading, typeTag, type Heading, type SectionType } from './headings.js';
import { KeyList, keysOf, looksLikeKeys, type KeyEntry } from './key-list.js';
import { numbered, part, type Line, type Numbered, type NumberStyle } from './lines.js';
import { Numbering } from './numbering.js';
import { optionsBehind, optionsOf } from './options.js';

/** Keys that stood in a list, and the section they are for where that is known. */
export interface KeyGroup {
  readonly type: SectionType | null;
  /** The section above the list; keys are for it if it lacks them. */
  readonly section: number;
  readonly entries: readonly KeyEntry[];
}

export interface Collected {
  readonly drafts: readonly Draft[];
  readonly keys: readonly KeyGroup[];
  readonly sections: readonly (SectionType | null)[];
  readonly problems: readonly ReadingProblem[];
}

type Place = FieldName | 'stem' | 'options';

/** Takes the lines of a plain text one by one and sorts them into questions, their parts, and lists of keys. */
export class Collector {
  readonly drafts: Draft[] = [];
  readonly keys: KeyGroup[] = [];
  readonly problems: ReadingProblem[] = [];
  readonly sections: (SectionType | null)[] = [null];
  readonly #lines: readonly Line[];
  readonly #numbering: Numbering;
  #current: Draft | undefined;
  #case: Draft | undefined;
  #place: Place = 'stem';
  #blank = false;
  #list: KeyList | undefined;
  #listType: SectionType | null = null;
  /** A list of keys in one line goes on only while the lines look like keys. */
  #listIsOpen = false;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#numbering = new Numbering(lines);
  }

  collect(): Collected {
    for (const [index, line] of this.#lines.entries()) {
      if (line.raw === '' && line.media) this.#current?.media.push(...line.media);
      else if (line.raw === '') this.#blank = true;
      else {
        this.#take(line, index);
        if (line.media) this.#current?.media.push(...line.media);
        this.#blank = false;
      }
    }
    this.#endList();
    return this;
  }

  #take(line: Line, index: number): void {
    const titled = heading(line);
    if (titled) return this.#heading(titled, line, index);
    if (keyHeading(line) && this.#beginsList(index)) return this.#beginList();
    if (this.#list && this.#goesOn(line)) return;
    const mark = caseMark(line);
    if (mark > 0) return this.#beginCase(part(line, mark), line);
    const field = fieldAt(line);
    if (field) return this.#field(field.name, field.rest, index);
    const number = numbered(line);
    if (number && this.#number(number, line, index)) return;
    this.#text(line, index);
  }

  get #section(): number {
    return this.sections.length - 1;
  }

  #next(index: number): Line | undefined {
    for (let at = index + 1; at < this.#lines.length && at < index + 4; at++) if (this.#lines[at]!.raw !== '') return this.#lines[at];
    return undefined;
  }

  #heading({ type, rest }: Heading, line: Line, index: number): void {
    const inKeys = this.#list && this.#listIsOpen && (this.sections.includes(type) || keysOf({ raw: rest, norm: rest, number: line.number }) || looksLikeKeys(this.#next(index) ?? line));
    if (inKeys) {
      this.#endList();
      this.#list = new KeyList();
      this.#listType = type;
      if (rest !== '') this.#list.add({ raw: rest, norm: rest, number: line.number });
      return;
    }
    this.#endList();
    this.sections.push(type);
    this.#numbering.beginSection();
    [this.#current, this.#case] = [undefined, undefined];
  }

  /** 答案： on a line of its own is the key of the question above, unless a list follows or that question has one. */
  #beginsList(index: number): boolean {
    const next = this.#next(index);
    if (!next) return false;
    if (heading(next)) return true;
    if (keysOf(next)) return /^\(?\d/.test(next.norm);
    return this.#current === undefined || (this.#current.isComplete && numbered(next) !== undefined);
  }

  #beginList(): void {
    this.#endList();
    [this.#list, this.#listIsOpen, this.#listType] = [new KeyList(), true, null];
  }

  #goesOn(line: Line): boolean {
    if (this.#listIsOpen) {
      if (!this.#list!.add(line)) this.problems.push({ line: line.number, code: 'text-left-out', values: { text: short(line.raw) } });
      return true;
    }
    if (looksLikeKeys(line)) return this.#list!.add(line);
    this.#endList();
    return false;
  }

  #endList(): void {
    if (this.#list?.entries.length) this.keys.push({ type: this.#listType, section: this.#section, entries: this.#list.entries });
    this.#list = undefined;
  }

  #beginCase(rest: Line, { number }: Line): void {
    this.#case = new Draft(number, null, null, 'case', this.#section);
    this.#open(this.#case);
    this.drafts.push(this.#case);
    this.#numbering.beginCase();
    if (rest.raw !== '') this.#stem(rest);
  }

  #open(draft: Draft): void {
    [this.#current, this.#place] = [draft, 'stem'];
  }

  #field(name: FieldName, rest: Line, index: number): void {
    if (name === 'answer') {
      if (keysOf(rest) && /^\(?\d/.test(rest.norm)) {
        this.#beginList();
        this.#listIsOpen = false;
        this.#list!.add(rest);
        return;
      }
    }
    const draft = this.#current;
    if (!draft) {
      this.problems.push({ line: rest.number, code: 'text-left-out', values: { text: short(this.#lines[index]!.raw) } });
      return;
    }
    const first = name === 'answer' ? numbered(rest) : undefined;
    if (first?.number === 1 && this.#answersAllParts(draft, first.style)) return this.#answerOfPart(this.#case!, first);
    this.#addFields(draft, splitFields(rest, name));
    this.#numbering.beginField(this.#place, draft);
  }

  /** 答案：(1)… below the last part of a case, while none has an answer. */
  #answersAllParts(draft: Draft, style: NumberStyle): boolean {
    const parts = this.#case?.parts ?? [];
    return parts.length > 1 && parts.at(-1) === draft && draft.style === style && parts.every((part) => !part.fields.has('answer'));
  }

  /** Whether the number begins a question (or a part of a case); if not, the line is text. */
  #number(number: Numbered, line: Line, index: number): boolean {
    const inCase = this.#case;
    const role = this.#numbering.roleOf(number, { index, draft: this.#current, inCase, place: this.#place, section: this.sections[this.#section]!, afterBlank: this.#blank });
    if (role === 'text') return false;
    if (role === 'answer') {
      this.#answerOfPart(inCase!, number);
      return true;
    }
    const { type, length } = typeTag(number.rest) ?? { type: null, length: 0 };
    const rest = part(number.rest, length);
    const section = this.sections[this.#section]!;
    if (role === 'part') {
      const part = new Draft(line.number, number.number, number.style, type, this.#section);
      inCase!.parts.push(part);
      this.#open(part);
    } else {
      const draft = new Draft(line.number, number.number, number.style, type ?? section, this.#section);
      this.#case = draft.isCase ? draft : undefined;
      if (draft.isCase) this.#numbering.beginCase();
      this.drafts.push(draft);
      this.#open(draft);
    }
    this.#stem(rest);
    return true;
  }

  #answerOfPart(inCase: Draft, { number, rest }: Numbered): void {
    const part = inCase.parts.find((other) => other.number === number);
    this.#current = part ?? this.#current;
    this.#place = 'answer';
    this.#current?.add('answer', rest);
  }

  /** Text of a question, with options or the key that may stand on the same line. */
  #stem(line: Line): void {
    const [first, ...fields] = splitFields(line, null);
    const divided = optionsBehind(first!.text);
    const draft = this.#current!;
    if (divided) {
      if (divided.stem.raw !== '') draft.addText(divided.stem);
      draft.options.push(...divided.options);
      this.#place = 'options';
    } else if (first!.text.raw !== '') draft.addText(first!.text);
    this.#addFields(draft, fields);
  }

  #text(line: Line, index: number): void {
    if (this.#beginsUnnumbered(line, index)) {
      const { type, length } = typeTag(line) ?? { type: null, length: 0 };
      const draft = new Draft(line.number, null, null, type ?? this.sections[this.#section]!, this.#section);
      this.drafts.push(draft);
      this.#open(draft);
      // Text without a number under 案例分析题 is the case, and what is numbered below it are its questions.
      if (draft.isCase) this.#case = draft;
      return this.#stem(part(line, length));
    }
    this.#continue(line, index);
  }

  /** A line that goes on with what stands above it. */
  #continue(line: Line, index: number): void {
    const draft = this.#current!;
    const inFace = this.#place === 'stem' || this.#place === 'options';
    const [first, ...fields] = splitFields(line, inFace ? null : this.#place as FieldName);
    // An answer may stand above its options.
    const mayBegin = inFace || (this.#place === 'answer' && draft.options.length === 0 && draft.type !== 'shortAnswer');
    const options = mayBegin ? optionsOf(first!.text, draft.options.length, this.#next(index)) : undefined;
    if (!options && mayBegin && draft.options.length > 1 && optionsOf(first!.text, 0, this.#next(index))?.[0]?.letter === 'A') this.problems.push({ line: line.number, code: 'options-again' });
    if (options) {
      draft.options.push(...options);
      this.#place = 'options';
    } else if (this.#place === 'stem') return this.#stem(line);
    else if (this.#place === 'options') {
      const last = draft.options.pop()!;
      draft.options.push({ ...last, text: [last.text, first!.text.raw].filter((text) => text !== '').join('\n') });
    } else draft.add(this.#place, first!.text);
    this.#addFields(draft, fields);
  }

  #addFields(draft: Draft, fields: readonly FieldPart[]): void {
    for (const { name, text } of fields) {
      draft.add(name!, text);
      this.#place = name!;
    }
  }

  /** In a list without numbers a question begins where the one before it has its key. */
  #beginsUnnumbered({ norm }: Line, index: number): boolean {
    const draft = this.#current;
    if (!draft) return true;
    if (this.#case && this.#case.number === null && this.#case.section === this.#section && this.sections[this.#section] === 'case' && draft !== this.#case && draft.isComplete && this.#blank) return this.#numbering.beginsAnew(index);
    if (draft.number !== null || this.#case || !draft.isComplete) return false;
    if (this.#blank) return true;
    return this.sections[this.#section] === 'trueFalse' && markedTruth.test(norm);
  }
}

export const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
