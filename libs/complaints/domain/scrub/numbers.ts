import type { Draft, Placeholder } from './draft.js';
import { type Group, kindOfNumber, numbersIn } from './number-kinds.js';

/** Between the digits of one number: blanks, one dash, dot or bracket. */
const gap = '[ ]{0,3}[-.·_()*]?[ ]{0,3}';
const digits = (least: number): string => `[+(]?\\d(?:${gap}\\d){${least - 1},}`;
const hotline = '(?:95598|12398|12345|12315|12313|1999|1911)';
const link = '(?: ?(?:号码|号|號碼|號|编号|編號|no\\.?|number))?[ ]{0,3}(?:[:=#为為是叫]|就是|改为)?[ ]{0,3}';

const labelled = (labels: string, what: string): RegExp => new RegExp(`(?:${labels})${link}(?!${hotline}(?!\\d))(?<what>${what})`, 'gi');

const phoneLabels = '联系电话|联系方式|聯絡電話|聯絡方式|联络电话|电话|電話|手机|手機|来电|來電|主叫|固话|座机|市話|联系|聯絡|致电|回电|tel|phone|mobile|cell';
const accountLabels = '户号|戶號|用户编号|用戶編號|客户编号|客戶編號|用电编号|用電編號|用户号|客户号|缴费号|繳費號|電號|电号|总户号|customer id|account';
const meterLabels = '表号|表號|电表|電表|电能表|電能表|资产|資產|出厂|出廠|条形码|條碼|meter';
const identityLabels = '身份证|身分證(?:字號)?|证件|證件|护照|護照|统一社会信用代码|信用代码|統一編號|passport|id card';
const cardLabels = '银行卡|銀行卡|信用卡|卡号|卡號|银行账户|银行账号|銀行帳號|账号|帐号|帳號|账户|帐户|帳戶|bank card';
const mixed = (least: number): string => `(?=(?:[A-Z]{0,4}[ -]?\\d|\\d))[A-Z]{0,4}[ -]?\\d(?:${gap}\\d){${least - 1},}[A-Z]?`;

const labels: readonly (readonly [Placeholder, RegExp])[] = [
  ['identity', labelled(identityLabels, '(?:[A-Z\\d](?:[ -]{0,2}[A-Z\\d]){7,19})(?![A-Z\\d])')],
  ['account', labelled(accountLabels, mixed(5))],
  ['meter', labelled(meterLabels, mixed(7))],
  ['phone', labelled(phoneLabels, digits(7))],
  ['card', labelled(cardLabels, digits(8))],
  ['chat', labelled('微信|qq|wechat|line id|支付宝|抖音|微博', '(?=[a-z_-]*\\d)[a-z\\d][a-z\\d_-]{4,19}')],
];

/** A day with its marks, and the time behind it. Written out, so never a number of somebody. */
const days = /(?<!\d[-.]?)(?:19|20)\d{2} ?[-/.年] ?\d{1,2}(?: ?[-/.月] ?\d{1,2}(?!\d)[日号號]?)?(?!\d|[-.]\d)(?:[ T]*\d{1,2} ?: ?\d{2}(?: ?: ?\d{2})?)?/g;
const monthDays = /(?<!\d)\d{1,2}月(?:\d{1,2}[日号號]?)?/g;
const clockTimes = /(?<!\d)\d{1,2} ?: ?\d{2}(?: ?: ?\d{2})?(?!\d)/g;
const packedDays = /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g;
const hotlines = new RegExp(`(?<!\\d)${hotline}(?!\\d)`, 'g');
const orders = /(?:工单|工單|受理|order)(?:编号|編號|号|號)?[ ]{0,2}:?[ ]{0,2}(?!1[3-9]\d{9}(?!\d))[A-Z]{0,4}\d{6,}/gi;
const units = '元|块|塊|角|万|萬|亿|億|千瓦|度|kwh|kw|kva|伏|安|瓦|平方|米|公里|吨|%|户|戶|笔|筆|人|名|次|个|個|天|日|小时|小時|分钟|分鐘|秒|年|月';
const between = '[ .·_()*-]{1,3}';
/** Up to eight figures with a unit behind, or a currency before, are an amount; so are figures with two decimals. */
const amounts = new RegExp(
  `(?<![\\d.])(?:\\d{1,3}(?:,\\d{3})+|\\d{1,8})(?:\\.\\d+)?(?: ?[-~至到] ?\\d{1,8}(?:\\.\\d+)?)? ?(?:${units})|(?<=[¥$]|rmb|nt\\$|人民币|金额)[ :]{0,2}\\d{1,8}(?:\\.\\d+)?(?!\\d)|(?<!\\d${between})(?<!\\d)\\d{1,8}\\.\\d{1,2}(?!\\d)(?!${between}\\d)`,
  'gi',
);

const emails = /[a-z\d._%+-]{1,64} ?@ ?[a-z\d-]{1,63}(?: ?\. ?[a-z\d-]{1,63}){1,5}/gi;
const taiwanIdentity = /(?<![A-Z\d])[A-Z][ -]?[1289](?:[ -]?\d){8}(?!\d)/gi;
const chineseIdentity = /(?<!\d)\d(?:[ -]{0,2}\d){16}[ -]{0,2}X(?![A-Z])/gi;
const starredPhone = /(?<!\d)1\d{2} ?[*x•●]{3,6} ?\d{2,4}(?!\d)/gi;
const starredNumber = /(?<!\d)\d{3,8} ?[*•●]{4,} ?[\dX]{1,6}(?![\dA-Z])/gi;
const runs = new RegExp(`\\d(?:${gap}\\d)*`, 'g');

/** Behind a label: a whole number that stands by itself, without the amount or day behind it; or all the digits. */
function firstNumber(found: string): string {
  const [first, number] = /^(\d+) /.exec(found) ?? [];
  return first && number && kindOfNumber(number) ? number : found;
}

function hideRuns(draft: Draft): void {
  for (const run of [...draft.folded.matchAll(runs)]) {
    const groups: Group[] = [...run[0].matchAll(/\d+/g)].map((group) => {
      const from = run.index + group.index;
      return { from, to: from + group[0].length, digits: group[0] };
    });
    for (const { from, to, kind } of numbersIn(groups)) draft.hideAt(from, to, kind);
  }
}

const oneNumber = /^[\d .·_()*-]*$/;

/** Hides the telephone number that the work order itself gives, seven digits or more, however they are spread. */
export function hideKnownPhone(draft: Draft, phone: string | null): void {
  const wanted = (phone ?? '').normalize('NFKC').replace(/\D/g, '');
  if (wanted.length < 7) return;
  const places = [...draft.folded.matchAll(/\d/g)].map(({ index }) => index);
  const all = places.map((at) => draft.folded[at]).join('');
  for (let found = all.indexOf(wanted); found >= 0; found = all.indexOf(wanted, found + wanted.length)) {
    const [from, to] = [places[found]!, places[found + wanted.length - 1]! + 1];
    const alone = !/\d/.test(`${draft.folded[from - 1] ?? ''}${draft.folded[to] ?? ''}`);
    if (alone && oneNumber.test(draft.folded.slice(from, to))) draft.hideAt(from, to, 'phone');
  }
}

/** Hides numbers that lead to a person; keeps days, times, amounts, hotlines and work orders. */
export function hideNumbers(draft: Draft): void {
  draft.hide(emails, 'email');
  draft.keep(orders);
  draft.keep(days);
  for (const [kind, pattern] of labels) draft.hide(pattern, kind, firstNumber);
  draft.hide(chineseIdentity, 'identity');
  draft.hide(taiwanIdentity, 'identity');
  draft.hide(starredPhone, 'phone');
  draft.hide(starredNumber, 'number');
  for (const pattern of [packedDays, monthDays, clockTimes, hotlines, amounts]) draft.keep(pattern);
  hideRuns(draft);
}
