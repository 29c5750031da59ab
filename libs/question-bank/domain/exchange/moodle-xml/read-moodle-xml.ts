import { exchangeQuestion, type ExchangeQuestion, type Reading, type ReadingProblem } from '../exchange-question.js';
import { categoryOf, classify } from '../tags.js';
import { calculated } from './calculated.js';
import { cloze } from './cloze.js';
import { fieldText, onceEach } from './field-text.js';
import { essay, matching, multichoice, numerical, ordering, shortanswer, truefalse, type ReadNode } from './readers.js';
import { childOf, childrenOf, eachElement, lastLine, moved, valueOf, type XmlNode } from './xml-tree.js';

const readers: Readonly<Record<string, ReadNode>> = {
  ...{ multichoice, multichoiceset: multichoice, truefalse, shortanswer, numerical, essay, ordering, calculated, calculatedsimple: calculated },
  ...{ matching, match: matching, ddmatch: matching, cloze, multianswer: cloze },
};

function readQuestion(node: XmlNode, type: string, problems: ReadingProblem[]): ExchangeQuestion | undefined {
  const { line } = node;
  const name = valueOf(node, 'name') || null;
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (!read) {
    const code = type === 'description' ? 'description-left-out' : 'type-not-held';
    problems.push({ line, code, values: { type, text: name ?? fieldText(childOf(node, 'questiontext')).text.slice(0, 40) } });
    return undefined;
  }
  const told = read(node, problems);
  if (!told) return undefined;
  const [stem, general] = [fieldText(childOf(node, 'questiontext')), fieldText(childOf(node, 'generalfeedback'))];
  if (stem.text === '' && !stem.media.length) problems.push({ line, code: 'missing-stem' });
  return exchangeQuestion(told.type, line, stem.text, {
    ...told,
    name,
    number: valueOf(node, 'idnumber') || null,
    explanation: [general.text, told.explanation ?? ''].filter((text) => text !== '').join('\n') || null,
    media: onceEach([...stem.media, ...(told.media ?? []), ...general.media]),
    ...classify(childrenOf(childOf(node, 'tags'), 'tag').flatMap((tag) => (childOf(tag, 'text')?.text ?? tag.text).trim() || [])),
  });
}

/** Reads questions in Moodle XML, https://docs.moodle.org/en/Moodle_XML_format. */
export function readMoodleXml(text: string): Reading {
  const questions: ExchangeQuestion[] = [];
  const problems: ReadingProblem[] = [];
  let category: string | null = null;
  let last = 0;
  const faults = eachElement(text, 'question', (written) => {
    // A question is known by its line. Of those that stand on one line each is taken to stand on its own.
    const node = written.line > last ? written : moved(written, last + 1 - written.line);
    last = lastLine(node);
    const type = (node.attributes['type'] ?? '').trim().toLowerCase();
    if (type === 'category') {
      category = categoryOf(valueOf(node, 'category') ?? '');
      return;
    }
    const question = readQuestion(node, type, problems);
    if (question) questions.push({ ...question, category });
  });
  if (!questions.length && !problems.length && !faults.length) problems.push({ line: 1, code: 'no-questions' });
  return { questions, problems: [...faults, ...problems].sort((a, b) => a.line - b.line) };
}
