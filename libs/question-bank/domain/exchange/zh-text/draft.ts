import type { ExchangeMedia } from '../exchange-question.js';
import type { FieldName } from './fields.js';
import type { SectionType } from './headings.js';
import type { Line, NumberStyle } from './lines.js';
import type { ZhOption } from './options.js';

/** √ or × behind a statement. */
export const markedTruth = /(?:\(\s*[√×✓✗○对错對錯]\s*\)|[√×✓✗])\s*[。.]?$/;

/** A question while its lines come in. */
export class Draft {
  readonly stem: Line[] = [];
  /** Whether a key seems to stand in brackets of the text. */
  marksKey = false;
  readonly options: ZhOption[] = [];
  readonly fields = new Map<FieldName, Line[]>();
  readonly parts: Draft[] = [];
  readonly media: ExchangeMedia[] = [];
  /** Where its key stood in a list of keys. */
  keyLine: number | undefined;

  readonly line: number;
  readonly number: number | null;
  readonly style: NumberStyle | null;
  /** What its section, or a word in brackets before it, says that it is. */
  readonly type: SectionType | null;
  readonly section: number;

  constructor(line: number, number: number | null, style: NumberStyle | null, type: SectionType | null, section: number) {
    [this.line, this.number, this.style, this.type, this.section] = [line, number, style, type, section];
  }

  /** What a field says, its lines one below the other. */
  field(name: FieldName): string | null {
    const lines = this.fields.get(name);
    return lines ? lines.map(({ raw }) => raw).join('\n').trim() || null : null;
  }

  add(name: FieldName, line: Line): void {
    const lines = this.fields.get(name);
    if (lines) lines.push(line);
    else this.fields.set(name, [line]);
  }

  addText(line: Line): void {
    this.stem.push(line);
    this.marksKey ||= /[A-L√×]\s*\)/.test(line.norm);
  }

  get text(): string {
    return this.stem.map(({ raw }) => raw).join('\n').trim();
  }

  get isCase(): boolean {
    return this.type === 'case';
  }

  /** Whether it has all that a question with a key needs. */
  get isComplete(): boolean {
    return this.fields.has('answer') || this.options.length > 1 || markedTruth.test(this.stem.at(-1)?.norm ?? '');
  }
}
