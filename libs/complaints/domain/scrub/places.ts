import type { Draft } from './draft.js';

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const plates = new RegExp(
  `[${provinces}] ?[A-HJ-NP-Z][ ·.-]{0,2}(?=[A-HJ-NP-Z\\d]*\\d)[A-HJ-NP-Z\\d]{4,5}[A-HJ-NP-Z\\d挂学警港澳]`,
  'gi',
);
const labelledPlates = /(?:车牌|車牌|车号|車號|plate)(?:号码|號碼|号|號| no\.?)?[ :为為是]{0,3}(?<what>[A-Z\d][A-Z\d·-]{3,7})/gi;

const chinese = '[一二三四五六七八九十百]{1,4}';
const figure = '(?:\\d{1,4}[A-Z]?|[A-Z]\\d{0,4})';
const counted = `(?:${figure}|${chinese}|[甲乙丙丁])`;
const building = '(?:号楼|號樓|号院|號院|号房|號房|栋|棟|幢|单元|單元|室|弄)';
const measure = '次元个個天户戶度年月日点點时時分秒万萬人名笔块塊';
/** What may follow a door: further parts, and a flat's number that stands alone. */
const further = `(?:[ -]{0,2}(?:${counted} ?(?:${building}|座|楼|樓|层|層|号|號|门|門)(?:之\\d{1,3})?|\\d{3,4}[A-Z]?(?![\\d${measure}])))*`;

const doors = new RegExp(`${counted} ?${building}${further}`, 'gi');
/** The same sign 号 says the day of a month, a window and a transformer: only behind a street or village is it a door. */
const ways = '路|街|巷|弄|胡同|大道|段|村|庄|莊|屯|组|組|队|隊|新村|小区|小區|社区|社區|花园|花園|公寓|家园|家園|(?<![这那哪家])里';
const notDoor = '(?! ?(?:楼|樓|院|房|窗|柜|櫃|厅|廳|线|線|变|變|台区|杆|桿|机|機|馈|饋|开关|站|停|断|断电|晚|早|上午|下午|起|到|至|开始|開始|当天|當天|之前|之后|以前|以后|前|后|左右))';
const streetDoors = new RegExp(
  `(?<=${ways}) ?(?:附|第)?(?:${figure}|${chinese}) ?[号號]${notDoor}(?:之\\d{1,3})?${further}`,
  'gi',
);

export function hidePlates(draft: Draft): void {
  draft.hide(plates, 'plate');
  draft.hide(labelledPlates, 'plate');
}

/** Hides the numbers of doors and flats; streets, villages and estates stay. */
export function hideDoors(draft: Draft): void {
  draft.hide(streetDoors, 'door');
  draft.hide(doors, 'door');
}
