import { halfWidth } from '../../plain.js';
import type { ExchangeAnswer, ExchangeQuestion, ReadingProblem } from '../exchange-question.js';
import { formulasOf, numberSaid, rubricOf, variablesOf } from '../formulas.js';
import { alternatives, answeredBehind, emptyBlanks, filledBlanks, splitAnswers } from './blanks.js';
import { Draft } from './draft.js';
import { begun, keyLine, noAnswer, type Finish, type Finishing } from './finishing.js';
import { lettersOf } from './finish-choice.js';

export const fillIn: Finish = (finishing) => {
  const { draft, stem, answer, problems } = finishing;
  const known = answer === null ? (answeredBehind(stem) ?? filledBlanks(stem, draft.type === 'fillIn')) : undefined;
  const blanks = known ?? emptyBlanks(stem);
  const said = known?.answers ?? (answer === null ? [] : splitAnswers(answer, Math.max(1, blanks.count)));
  if (!said.length) noAnswer(finishing);
  const odd = blanks.count > 0 && said.length > 0 && said.length !== blanks.count;
  if (odd) problems.push({ line: keyLine(finishing), code: 'blanks-and-answers', values: { blanks: blanks.count, answers: said.length } });
  // Several answers for one blank are most likely different ways to say it.
  const answers = said.flatMap((text, index) => alternatives(text).map((one): ExchangeAnswer => ({ blank: odd && blanks.count === 1 ? 1 : index + 1, text: one, credit: 1 })));
  return begun('fillIn', finishing, blanks.stem, { answers });
};

export const numeric: Finish = (finishing) => {
  const { stem, answer, problems } = finishing;
  const blanks = emptyBlanks(stem);
  const answers = (answer ?? '').split(/[;；\n|｜]/).filter((part) => part.trim() !== '').flatMap((part, index): ExchangeAnswer[] => {
    const number = numberSaid(halfWidth(part));
    if (!number) problems.push({ line: keyLine(finishing), code: 'not-a-number', values: { text: part.trim() } });
    return number ? [{ blank: blanks.count > 1 ? index + 1 : 1, ...number, credit: 1 }] : [];
  });
  if (answer === null) noAnswer(finishing);
  return begun('numeric', finishing, blanks.stem, { answers });
};

export const shortAnswer: Finish = (finishing) => {
  const { draft, stem, answer, problems } = finishing;
  const said = draft.field('rubric');
  const rubric = said === null ? [] : (rubricOf(said) ?? []);
  if (said !== null && !rubric.length) problems.push({ line: draft.fields.get('rubric')![0]!.number, code: 'rubric-without-marks' });
  const modelAnswer = [answer, rubric.length ? null : said].filter((text) => text !== null).join('\n') || null;
  if (modelAnswer === null && !rubric.length) noAnswer(finishing);
  return begun('shortAnswer', finishing, stem, { modelAnswer, rubric });
};

/** The result of a worked solution: the number that stands last, behind a sign of equality or alone. */
function resultOf(answer: string): ReturnType<typeof numberSaid> {
  const last = halfWidth(answer).split('\n').map((line) => line.trim()).filter((line) => line !== '').at(-1) ?? '';
  const whole = numberSaid(last.replace(/^答\s*[:,]?\s*/, ''));
  if (whole) return whole;
  const candidates = [...last.matchAll(/[=≈为為是]\s*([-−]?[\d,.]*\d)\s*(\(?[^\d\s()=≈。,;]{0,8}\)?)\s*(?=$|[。.,;()])/g)].at(-1);
  return candidates && numberSaid(`${candidates[1]} ${candidates[2]!.replace(/[()]/g, '')}`);
}

export const calculation: Finish = (finishing) => {
  const { draft, stem, answer, problems } = finishing;
  const blanks = emptyBlanks(stem);
  const [variables, formula] = [draft.field('variables'), draft.field('formula')];
  const drawn = variables === null ? [] : variablesOf(variables);
  if (!drawn) problems.push({ line: draft.fields.get('variables')![0]!.number, code: 'variables-unreadable', values: { text: variables! } });
  if (formula !== null) return begun('calculation', finishing, blanks.stem, { variables: drawn ?? [], answers: formulasOf(formula), modelAnswer: answer });
  if (answer === null) noAnswer(finishing);
  const result = answer === null ? undefined : resultOf(answer);
  const plain = answer !== null && numberSaid(halfWidth(answer)) !== undefined;
  if (answer !== null) {
    if (!result) problems.push({ line: keyLine(finishing), code: 'result-not-found' });
    else if (!plain) problems.push({ line: keyLine(finishing), code: 'result-guessed', values: { text: String(result.value) } });
  }
  return begun('calculation', finishing, blanks.stem, { variables: drawn ?? [], answers: result ? [{ blank: 1, ...result, credit: 1 }] : [], modelAnswer: plain ? null : answer });
};

export const ordering: Finish = (finishing) => {
  const { draft, stem, answer, problems } = finishing;
  const letters = answer === null ? [] : [...halfWidth(answer).toUpperCase().matchAll(/[A-L]/g)].map(([letter]) => letter);
  const items = letters.flatMap((letter) => draft.options.find((option) => option.letter === letter)?.text ?? []);
  if (answer === null) noAnswer(finishing);
  else if (items.length !== draft.options.length || new Set(letters).size !== letters.length) problems.push({ line: keyLine(finishing), code: 'order-incomplete', values: { text: answer } });
  const rest = draft.options.filter(({ letter }) => !letters.includes(letter)).map(({ text }) => text);
  return begun('ordering', finishing, stem, { items: [...items, ...rest] });
};

const circledDigits = /[①-⑳]/g;
const uncircled = (text: string): string => text.replace(circledDigits, (sign) => `(${sign.charCodeAt(0) - 0x245f})`);

/** Prompts (1) (2) … or ① ② … in the text, options A B …, and 1-A；2-C as the answer. */
export const matching: Finish = (finishing) => {
  const { draft, stem, answer, problems } = finishing;
  const prompts = new Map<number, string>();
  const text = stem.split('\n').filter((line) => {
    const found = /^(?:\(\s*(\d{1,2})\s*\)|(\d{1,2})\s*[、.)]|([①-⑳]))\s*(?=\S)/.exec(halfWidth(line));
    if (found) prompts.set(Number(found[1] ?? found[2] ?? found[3]!.charCodeAt(0) - 0x245f), line.slice(found[0].length).trim());
    return !found;
  });
  const keys = [...uncircled(halfWidth(answer ?? '')).toUpperCase().matchAll(/(\d{1,2})\)?\s*[-:>=—–→]*\s*([A-L])/g)].map(([, number, letter]): [number, string] => [Number(number), letter!]);
  if (answer === null) noAnswer(finishing);
  const pairs = keys.flatMap(([number, letter]) => {
    const [prompt, match] = [prompts.get(number), draft.options.find((option) => option.letter === letter)?.text];
    return prompt === undefined || match === undefined ? [] : [{ prompt, match }];
  });
  if (answer !== null && (pairs.length !== prompts.size || lettersOf(answer, [])?.length === 0)) problems.push({ line: keyLine(finishing), code: 'pairs-incomplete', values: { text: answer } });
  const unused = draft.options.filter((option) => !keys.some(([, letter]) => letter === option.letter)).map(({ text: match }) => ({ prompt: '', match }));
  return begun('matching', finishing, text.join('\n'), { pairs: [...pairs, ...unused] });
};

const asks = /[?？]\s*$|^(?:请|請|试|試|问|問|你认为|您认为|如何|分析|指出|说明|說明)/;

/** A case with the questions below it; where none is numbered, what is asked last in the text is the question. */
export function caseGroup(finishing: Finishing, finish: (draft: Draft, problems: ReadingProblem[]) => ExchangeQuestion): ExchangeQuestion {
  const { draft, answer, problems } = finishing;
  const { stem, parts } = draft.parts.length ? { stem: finishing.stem, parts: draft.parts } : alonePart(draft, finishing.stem);
  if (!parts.length) {
    problems.push({ line: draft.line, code: 'case-without-questions' });
    return shortAnswer(finishing);
  }
  if (answer !== null && draft.parts.length) {
    const answers = splitAnswers(answer, parts.length);
    for (const [index, part] of parts.entries()) if (answers[index] !== undefined && !part.fields.has('answer')) part.add('answer', { raw: answers[index], norm: halfWidth(answers[index]), number: keyLine(finishing) });
  }
  return begun('case', finishing, stem.replace(/\n?(?:问题|問題|问|問)\s*[:：]?\s*$/, '').trim(), { parts: parts.map((part) => finish(part, problems)) });
}

function alonePart(draft: Draft, text: string): { stem: string; parts: Draft[] } {
  const marked = /(?:^|\n|(?<=[。！!]))\s*(?:问题|問題|问|問)\s*[:：]\s*/.exec(text);
  const sentences = text.split(/(?<=[。！!；;？?\n])/);
  let from = sentences.length;
  while (!marked && from > 1 && asks.test(sentences[from - 1]!.trim())) from--;
  const stem = marked ? text.slice(0, marked.index).trim() : sentences.slice(0, from).join('').trim();
  const question = marked ? text.slice(marked.index + marked[0].length).trim() : sentences.slice(from).join('').trim();
  if (stem === '' || question === '') return { stem: text, parts: [] };
  const part = new Draft(draft.line, null, null, draft.options.length ? null : 'shortAnswer', draft.section);
  part.addText({ raw: question, norm: halfWidth(question), number: draft.line });
  part.options.push(...draft.options);
  for (const name of ['answer', 'rubric'] as const) for (const line of draft.fields.get(name) ?? []) part.add(name, line);
  return { stem, parts: [part] };
}
