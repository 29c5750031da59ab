import { isBlank } from './cell-text.js';
import { titleKey } from './columns.js';
import type { SkipReason } from './phrases.js';
import type { Cell, RawRow } from './table.js';

const oneOf = (words: string): string => `(?:${words.split(' ').join('|')})`;

const duties =
  '填表 填报 填報 制表 製表 审核 審核 复核 覆核 审批 審批 批准 经办 經辦 负责 負責 单位负责 單位負責 部门负责 部門負責 联系 聯絡 打印 列印 导出 匯出';
const duty = oneOf(duties);
const what = oneOf('人 员 員 日期 时间 時間 单位 單位 部门 部門 电话 電話');
const sign = oneOf('签字 签名 签章 簽字 簽名 簽章');
/** People who sign below a table: 填表人：张三, 审核：, 填表日期 2024-01-05, 制表人张三. */
const signature = new RegExp(`^${duty}(?:${what}?${sign}?\\s*(?:$|[:：\\s(（_])|人\\p{Script=Han}{2,4}$)`, 'u');

const remarks = '合计 合計 总计 總計 小计 小計 备注 備註 说明 說明 填写说明 填寫說明 注 註 附注 附註 total subtotal notes? remarks?';
const words = oneOf(remarks);
/** Sums and remarks: only where the word stands alone or is followed by a mark. */
const remark = new RegExp(`^${words}\\s*(?:$|[:：、,，.。(（\\d])`, 'i');
/** 合  计 is 合计 spread out. */
const closed = (text: string): string => text.replace(/^(\p{Script=Han})\s+(?=\p{Script=Han}(?:$|[:：]))/u, '$1');

/** How a footer may begin; most rows are told from one by their first letter. */
const beginnings = new Set(`${duties} ${remarks} ${remarks.toUpperCase()}`.split(' ').map((word) => word[0]));

export interface SkipContext {
  readonly width: number;
  /** Columns of required fields. */
  readonly required: readonly number[];
  /** Title keys of the mapped columns. */
  readonly titles: ReadonlyMap<number, string>;
}

function isFooter({ cells }: RawRow, firstText: string, { width, required }: SkipContext): boolean {
  if (!beginnings.has(firstText[0]) || firstText.length > 200 || !(signature.test(firstText) || remark.test(closed(firstText)))) return false;
  if (required.some((column) => isBlank(cells[column]))) return true;
  const others = cells.reduce<number>((sum, cell) => sum + (isBlank(cell) ? 0 : 1), -1);
  return others <= Math.max(0, Math.floor(width / 2) - 1);
}

/** A letter or digit that a key keeps as it is, and that is not the title's first. */
function beginsOtherwise(cell: string, title: string): boolean {
  const first = cell.charCodeAt(0);
  return ((first >= 0x30 && first <= 0x39) || (first >= 0x4e00 && first <= 0x9fff)) && first !== title.charCodeAt(0);
}

function isHeaderAgain({ cells }: RawRow, { titles }: SkipContext): boolean {
  let same = 0;
  for (const [column, title] of titles) {
    const cell = cells[column];
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string' || cell.length > 100 || beginsOtherwise(cell, title) || titleKey(cell) !== title) return false;
    same++;
  }
  return same > 0 && same >= Math.ceil(titles.size / 2);
}

/** Why a row is no data, if it is none. */
export function skipReason(row: RawRow, context: SkipContext): SkipReason | undefined {
  let first: Cell | undefined;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    first = cell;
    break;
  }
  if (first === undefined) return 'blank';
  if (typeof first !== 'string') return undefined;
  const firstText = first.trim();
  if (isFooter(row, firstText, context)) return 'footer';
  return isHeaderAgain(row, context) ? 'repeated-header' : undefined;
}
