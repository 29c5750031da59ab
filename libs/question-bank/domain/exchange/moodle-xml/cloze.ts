import { numberIn, tidyCredit } from '../../plain.js';
import { blankSign, type ExchangeAnswer, type ReadingProblem } from '../exchange-question.js';
import { htmlText } from '../html-text.js';
import { readNumber } from '../gift/gift-answers.js';
import type { ReadNode } from './readers.js';
import { childOf, type XmlNode } from './xml-tree.js';

// {1:SHORTANSWER:=right#feedback~%50%half} as https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type says.
const gap = /\{(\d*):(SHORTANSWER(?:_C)?|SAC?|MWC?|NUMERICAL|NM|MULTICHOICE(?:_[VHS]+)?|MC[VHS]?S?|MULTIRESPONSE(?:_[HS]+)?|MRH?S?):((?:\\.|[^\\}]){0,4000})\}/gs;

interface Alternative {
  readonly text: string;
  readonly credit: number;
  readonly feedback: string;
}

const unescape = (text: string): string => htmlText(text.replace(/\\([~#}{"/\\=])/g, '$1')).text;

/** `=right#feedback~%50%half~wrong` */
function alternativesOf(body: string): Alternative[] {
  const parts = body.match(/(?:\\.|[^\\~])+/gs) ?? [];
  return parts.map((part) => {
    const [, weight, sign, rest = ''] = /^\s*(?:%(-?[\d.]+)%|(=))?([\s\S]*)$/.exec(part)!;
    const hash = /(?<!\\)#(?!\w{1,8};)/.exec(rest.replace(/&#/g, '&\u0001'))?.index ?? -1;
    const credit = sign === '=' ? 1 : weight === undefined ? 0 : tidyCredit(Number(weight) / 100);
    return { text: unescape(hash < 0 ? rest : rest.slice(0, hash)), credit, feedback: hash < 0 ? '' : unescape(rest.slice(hash + 1)) };
  });
}

function answersOf(kind: string, body: string, blank: number, line: number, problems: ReadingProblem[]): ExchangeAnswer[] {
  const alternatives = alternativesOf(body).filter(({ text, credit }) => text !== '*' && (credit > 0 || !/^(MULTI|M[CR])/.test(kind)));
  return alternatives.flatMap(({ text, credit, feedback }): ExchangeAnswer[] => {
    const told = { blank, credit, ...(feedback !== '' && { feedback }) };
    if (!/^N/.test(kind)) return [{ ...told, text }];
    const number = readNumber(text);
    if (number) return [{ ...told, ...number }];
    if (credit > 0) problems.push({ line, code: 'not-a-number', values: { text } });
    return [];
  });
}

/** A text with gaps. Gaps to choose for become gaps to write in, which is said; of several right ones at once nothing is kept. */
export const cloze: ReadNode = (node: XmlNode, problems) => {
  const { line } = node;
  const source = childOf(childOf(node, 'questiontext'), 'text')?.text ?? '';
  const answers: ExchangeAnswer[] = [];
  const kinds: string[] = [];
  const stem = source.replace(gap, (_, _weight: string, kind: string, body: string) => {
    kinds.push(kind);
    answers.push(...answersOf(kind, body, kinds.length, line, problems));
    return blankSign;
  });
  if (!kinds.length) {
    problems.push({ line, code: 'no-answer' });
    return undefined;
  }
  if (kinds.some((kind) => /^(MULTIRESPONSE|MR)/.test(kind))) {
    problems.push({ line, code: 'type-not-held', values: { type: 'cloze MULTIRESPONSE' } });
    return undefined;
  }
  if (kinds.some((kind) => /^M[UC]/.test(kind))) problems.push({ line, code: 'cloze-choice' });
  childOf(childOf(node, 'questiontext'), 'text')!.text = stem;
  const numbers = kinds.length === 1 && answers.length > 0 && answers.every((answer) => 'value' in answer && numberIn(String(answer.value)) !== undefined);
  return { type: numbers ? 'numeric' : 'fillIn', answers, matchCase: kinds.some((kind) => /^(SHORTANSWER_C|SAC|MWC)$/.test(kind)) };
};
