import { halfWidth } from '../../plain.js';
import type { QuestionType } from '../../question.js';
import { truthOf } from '../../read-answer.js';
import type { ExchangeQuestion, ReadingProblem } from '../exchange-question.js';
import { trackOf } from '../tags.js';
import { difficultyOf, ruleOf } from '../words.js';
import type { Draft } from './draft.js';
import { choice, lettersIn, lettersOf, truth } from './finish-choice.js';
import { calculation, caseGroup, fillIn, matching, numeric, ordering, shortAnswer } from './finish-open.js';
import type { Finish, Finishing } from './finishing.js';
import { inlineLetters, inlineTruth } from './inline-keys.js';

const finishes: Readonly<Record<QuestionType, Finish>> = {
  ...{ single: choice('single'), multiple: choice('multiple'), trueFalse: truth, fillIn, numeric, ordering, matching, shortAnswer, calculation },
  case: (finishing) => caseGroup(finishing, finish),
};

const score = /^\s*[([（【]\s*(?:本[题題])?\s*\d+(?:\.\d+)?\s*分\s*[)\]）】]\s*|(?<!\s)\s*[([（【]\s*(?:本[题題]|每[题題])?\s*\d+(?:\.\d+)?\s*分\s*[)\]）】]\s*$/g;

/** The question that a draft is. */
export function finish(draft: Draft, problems: ReadingProblem[]): ExchangeQuestion {
  const stem = draft.text.replace(score, '').trim();
  if (stem === '' && !draft.isCase) problems.push({ line: draft.line, code: 'missing-stem' });
  const finishing = { draft, stem, answer: draft.field('answer'), problems };
  return plainly({ ...finishes[typeOf(finishing)](finishing), ...classification(finishing) });
}

/** Underlined words come as __words__ from documents; where they are no blanks they are words. */
const plain = (text: string): string => text.replace(/(?<!_)__(?!_)([^_\n]+)(?<!_)__(?!_)/g, '$1');
const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text));

function plainly(question: ExchangeQuestion): ExchangeQuestion {
  const { stem, options, explanation, modelAnswer, clause } = question;
  return { ...question, stem: plain(stem), options: options.map((option) => ({ ...option, text: plain(option.text) })), explanation: plainOrNull(explanation), modelAnswer: plainOrNull(modelAnswer), clause: plainOrNull(clause) };
}

/** The type that the heading says, unless the question plainly is of another. */
function typeOf({ draft, stem, answer }: Finishing): QuestionType {
  const { type, options } = draft;
  if (type === 'case' || draft.parts.length) return 'case';
  if (type === 'matching' || type === 'ordering') return type;
  if (options.length > 1) {
    if (type === 'trueFalse' || options.length === 2) {
      const [first, second] = options.map(({ text }) => truthOf(text.replace(/[。.]$/, '')));
      if (first && second && first !== second) return 'trueFalse';
    }
    if (type === 'multiple' || type === 'single') return type;
    const letters = (answer !== null && lettersOf(answer, options)) || inlineLetters(stem, { several: false, lower: true, known: lettersIn(options) })?.letters || [];
    return letters.length > 1 ? 'multiple' : 'single';
  }
  if (type !== null && type !== 'choice') return type;
  if ((answer !== null && truthOf(halfWidth(answer).replace(/[。.]$/, '')) && !/^[01]$/.test(answer.trim())) || inlineTruth(stem, false)) return 'trueFalse';
  if (type === 'choice') return 'single';
  return /_{2,}/.test(halfWidth(stem)) ? 'fillIn' : 'shortAnswer';
}

function classification({ draft, problems }: Finishing): Partial<ExchangeQuestion> {
  const said = draft.field('difficulty');
  const difficulty = said === null ? null : (difficultyOf(halfWidth(said)) ?? null);
  if (said !== null && difficulty === null) problems.push({ line: draft.fields.get('difficulty')![0]!.number, code: 'bad-difficulty', values: { text: said } });
  const track = draft.field('track');
  return {
    number: draft.field('number'),
    clause: draft.field('clause'),
    category: draft.field('category'),
    competency: draft.field('competency'),
    track: track === null ? null : (trackOf(track) ?? null),
    difficulty,
    rule: ruleOf(draft.field('rule') ?? '') ?? null,
    media: [...draft.media, ...(draft.field('media') ?? '').split(/[;；,，、\n]/).map((name) => name.trim()).filter((name) => name !== '').map((name) => ({ name, description: null }))],
  };
}
