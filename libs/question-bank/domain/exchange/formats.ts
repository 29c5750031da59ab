import { readAiken } from './aiken/read-aiken.js';
import { writeAiken } from './aiken/write-aiken.js';
import type { ExchangeQuestion, Reading, TextFormatReader, TextFormatWriter, Writing } from './exchange-question.js';
import { readGift } from './gift/read-gift.js';
import { writeGift } from './gift/write-gift.js';
import { readJson } from './json/read-json.js';
import { writeJson } from './json/write-json.js';
import { readMoodleXml } from './moodle-xml/read-moodle-xml.js';
import { writeMoodleXml } from './moodle-xml/write-moodle-xml.js';
import { readZhText } from './zh-text/read-zh-text.js';
import { writeZhText } from './zh-text/write-zh-text.js';

export const textFormats = ['gift', 'moodle-xml', 'aiken', 'zh-text', 'json'] as const;
/** Formats whose files are text. Word files are read as 'zh-text' by the server, which also reads and writes tables. */
export type TextFormat = (typeof textFormats)[number];

const readers: Readonly<Record<TextFormat, TextFormatReader>> = { gift: readGift, 'moodle-xml': readMoodleXml, aiken: readAiken, 'zh-text': readZhText, json: readJson };
const writers: Readonly<Record<TextFormat, TextFormatWriter>> = { gift: writeGift, 'moodle-xml': writeMoodleXml, aiken: writeAiken, 'zh-text': writeZhText, json: writeJson };

export const readQuestions = (format: TextFormat, text: string): Reading => readers[format](text);

export const writeQuestions = (format: TextFormat, questions: readonly ExchangeQuestion[]): Writing => writers[format](questions);
