import { halfWidth, linesOf } from '../../plain.js';
import { optionsWith } from '../choices.js';
import { exchangeQuestion, type ExchangeQuestion, type Reading, type ReadingProblem } from '../exchange-question.js';

interface Open {
  readonly line: number;
  readonly stem: string[];
  readonly options: string[];
}

const answerLine = /^(?:ANSWER|答案)\s*:\s*(.*)$/i;
const optionLine = /^([A-Z])\s*[.)]\s*/;
const spacedOption = /^[A-Z][.)]\s+\S/;

/** Reads one question after the other; each has one line of text, options, and ANSWER: at its end. */
class AikenReader {
  readonly questions: ExchangeQuestion[] = [];
  readonly problems: ReadingProblem[] = [];
  #open: Open | undefined;
  #blank = false;
  /** The line before, if it was added to an option. */
  #added: { line: number; text: string } | undefined;

  line(whole: string, number: number): void {
    const line = whole.trim();
    if (line === '') {
      this.#blank = true;
      return;
    }
    const norm = halfWidth(line);
    const answer = answerLine.exec(norm);
    const option = optionLine.exec(norm);
    if (answer) this.#answer(answer[1]!.trim(), number);
    else if (option && this.#isOption(option[1]!, norm, number)) this.#open!.options.push(line.slice(option[0].length).trim());
    else return this.#text(line, number);
    [this.#blank, this.#added] = [false, undefined];
  }

  end(): void {
    if (this.#open) this.problems.push({ line: this.#open.line, code: 'aiken-unfinished' });
    this.#open = undefined;
  }

  /** A letter without a blank behind it is an option only where it is the next one. */
  #isOption(letter: string, norm: string, number: number): boolean {
    const expected = this.#open !== undefined && letter.charCodeAt(0) - 65 === this.#open.options.length;
    if (expected) return true;
    if (letter === 'A' && this.#added) {
      this.#beginAgain(this.#added);
      return true;
    }
    // Without a question above it, it may well begin one: A. Lincoln was …
    if (!spacedOption.test(norm) || !this.#open?.options.length) return false;
    this.problems.push({ line: number, code: 'option-gap', values: { option: letter } });
    return true;
  }

  #answer(said: string, number: number): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) {
      this.problems.push({ line: number, code: 'aiken-answer-alone' });
      return;
    }
    if (open.options.length < 2) {
      this.problems.push({ line: open.line, code: 'aiken-too-few-options' });
      return;
    }
    const letters = [...new Set(/^[A-Z](?:\s*[,、&]?\s*[A-Z])*(?![A-Za-z])/i.exec(said)?.[0].toUpperCase().match(/[A-Z]/g) ?? [])];
    if (!letters.length) this.problems.push({ line: number, code: 'answer-not-letters', values: { text: said } });
    if (letters.length > 1) this.problems.push({ line: number, code: 'aiken-several-keys', values: { text: letters.join('') } });
    const stray = letters.filter((letter) => letter.charCodeAt(0) - 65 >= open.options.length);
    if (stray.length) this.problems.push({ line: number, code: 'key-not-an-option', values: { text: stray.join('') } });
    const options = optionsWith(open.options, (index) => letters.includes(String.fromCharCode(65 + index)));
    this.questions.push(exchangeQuestion(letters.length > 1 ? 'multiple' : 'single', open.line, open.stem.join('\n'), { options }));
  }

  #text(line: string, number: number): void {
    const open = this.#open;
    const goesOn = open !== undefined && !this.#blank;
    this.#blank = false;
    if (goesOn && open.options.length === 0) {
      open.stem.push(line);
      this.problems.push({ line: number, code: 'aiken-second-line' });
      return;
    }
    if (goesOn) {
      open.options.push(`${open.options.pop()!}\n${line}`);
      this.problems.push({ line: number, code: 'aiken-second-line' });
      this.#added = { line: number, text: line };
      return;
    }
    this.#begin(line, number);
  }

  #begin(line: string, number: number): void {
    this.end();
    this.#open = { line: number, stem: [line], options: [] };
  }

  /** A second A: the line before it was no part of an option, but the next question. */
  #beginAgain({ line, text }: { line: number; text: string }): void {
    this.problems.pop();
    this.#added = undefined;
    this.#begin(text, line);
  }
}

/** Reads questions in Aiken, https://docs.moodle.org/en/Aiken_format. */
export const readAiken = (text: string): Reading => readAikenLines(linesOf(text));

export function readAikenLines(lines: readonly string[]): Reading {
  const reader = new AikenReader();
  for (const [index, line] of lines.entries()) reader.line(line, index + 1);
  reader.end();
  return reader;
}
