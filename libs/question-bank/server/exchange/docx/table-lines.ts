import { lineOf, type Line } from '../../../domain/index.js';
import type { TableRow } from './paragraphs.js';

type Field = 'number' | 'type' | 'stem' | 'options' | 'answer' | 'explanation' | 'clause' | 'difficulty';

const titles: readonly (readonly [Field, RegExp])[] = [
  ['number', /^(?:序号|题号|编号|序號|題號|編號|no\.?)$/i],
  ['type', /^(?:题型|试题类型|題型)$/],
  ['stem', /^(?:题干|题目|试题|题目内容|试题内容|題幹|題目|試題|題目內容)$/],
  ['options', /^(?:选项|选项内容|备选答案|選項|備選答案)$/],
  ['answer', /^(?:答案|正确答案|参考答案|标准答案|正確答案|參考答案|標準答案)$/],
  ['explanation', /^(?:解析|答案解析|说明|說明)$/],
  ['clause', /^(?:依据|出处|条款|依據|出處|條款)$/],
  ['difficulty', /^(?:难度|难易度|難度)$/],
];
const lettered = /^(?:选项|選項)?\s*([A-L])$/;

const textOf = (cell: TableRow[number] | undefined): string => (cell ?? []).map(({ text }) => text.trim()).filter((text) => text !== '').join('\n');
const plain = (cell: TableRow[number]): string => textOf(cell).replace(/[\s*（）()：:]/g, '');

/** 题号 above 答案, as answer sheets are printed: the lines of a list of keys. */
function keySheet(rows: readonly TableRow[]): Line[] | undefined {
  const lines: Line[] = [];
  for (let at = 0; at < rows.length; at += 2) {
    const [numbers, keys] = [rows[at]!, rows[at + 1]];
    if (!keys || !/^[题題](号|號)$/.test(plain(numbers[0] ?? [])) || !/^答案$/.test(plain(keys[0] ?? []))) return undefined;
    const pairs = numbers.slice(1).flatMap((cell, index) => (textOf(cell) && textOf(keys[index + 1]) ? [`${textOf(cell)}.${textOf(keys[index + 1])}`] : []));
    lines.push(lineOf(pairs.join(' '), keys[0]?.[0]?.number ?? 1));
  }
  const first = rows[0]?.[0]?.[0]?.number ?? 1;
  return lines.length ? [lineOf('参考答案', first), ...lines] : undefined;
}

/** The lines of a table that has a question a row, or of a sheet of keys; undefined where it is an ordinary table. */
export function tableLines(rows: readonly TableRow[]): Line[] | undefined {
  const sheet = keySheet(rows);
  if (sheet) return sheet;
  const header = (rows[0] ?? []).map(plain);
  const columnOf = (sign: RegExp): number => header.findIndex((title) => sign.test(title));
  const columns = new Map(titles.map(([field, sign]): [Field, number] => [field, columnOf(sign)]));
  if (columns.get('stem')! < 0 || columns.get('answer')! < 0) return undefined;
  const options = header.flatMap((title, index) => (lettered.test(title) ? [{ letter: lettered.exec(title)![1]!, index }] : []));
  return rows.slice(1).flatMap((row, index) => rowLines(row, index + 1, columns, options));
}

function rowLines(row: TableRow, place: number, columns: ReadonlyMap<Field, number>, options: readonly { letter: string; index: number }[]): Line[] {
  const cell = (field: Field): string => textOf(row[columns.get(field)!]);
  const number = row.find((paragraphs) => paragraphs.length)?.[0]?.number ?? 1;
  if (cell('stem') === '') return [];
  const type = cell('type');
  const field = (name: string, said: string): string[] => (said === '' ? [] : [`${name}：${said}`]);
  const said = [
    `${/^\d+$/.test(cell('number')) ? cell('number') : place}、${type === '' ? '' : `（${type}）`}${cell('stem').replace(/^\d+\s*[、.．]\s*(?=\D)/, '')}`,
    ...options.flatMap(({ letter, index }) => (textOf(row[index]) === '' ? [] : [`${letter}、${textOf(row[index]).replace(/^[A-L]\s*[、.．:：]\s*/, '')}`])),
    ...(cell('options') === '' ? [] : [cell('options')]),
    ...field('答案', cell('answer')), ...field('解析', cell('explanation')), ...field('依据', cell('clause')), ...field('难度', cell('difficulty')),
  ];
  return [...said.flatMap((text) => text.split('\n')).map((text) => lineOf(text, number)), lineOf('', number)];
}
