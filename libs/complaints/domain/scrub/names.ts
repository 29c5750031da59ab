import type { Draft } from './draft.js';
import { compoundSurnames, doubtfulSurnames, notGiven, notNames, sureSurnames, surnames } from './surnames.js';

const courtesies = '先生|女士|小姐|太太|夫人|同志|大爷|大爺|大妈|大媽|大哥|大姐|大叔|大娘|阿姨|叔叔|奶奶|爷爷|爺爺';
const titles =
  '老师|老師|师傅|師傅|老板|老闆|总经理|總經理|副经理|副經理|经理|經理|副主任|主任|主管|所长|所長|副所长|班长|班長|组长|組長|局长|局長|科长|科長|站长|站長|厅长|廳長|值班长|警官|医生|醫生|律师|律師|工程师|工程師|会计|會計|书记|書記|专员|專員';
const addresses = new RegExp(`(?<courtesy>${courtesies})|${titles}`, 'g');
/** A name may begin here: nothing of a word stands before. */
const begins = /(?:^|[^\p{Script=Han}]|客户|用户|客戶|用戶|市民|业主|業主|居民|村民|人员|人員|员工|員工|柜员|櫃員|业员|業員|费员|表员|叫|是|和|与|與|向|给|給|对|對|由|请|請|找|为|為|被|让|讓|及|姓)$/u;

const isHan = (sign: string | undefined): boolean => sign !== undefined && /\p{Script=Han}/u.test(sign);
const soundGiven = (given: string): boolean => [...given].every((sign) => isHan(sign) && !notGiven.has(sign));
const isWord = (name: string): boolean => notNames.has(name.slice(0, 2)) || notNames.has(name.slice(0, 3));

/** How many signs before `at` are the name of whoever is addressed there; 0 where none are. `family` counts as a surname. */
function nameLength(text: string, at: number, courteous: boolean, family: string): number {
  const before = (length: number): string => text.slice(Math.max(0, at - length), at);
  if (family !== '' && before(family.length) === family) return family.length;
  for (const length of [4, 3, 2]) {
    const name = before(length);
    if (name.length === length && compoundSurnames.has(name.slice(0, 2)) && (length === 2 || soundGiven(name.slice(2)))) return length;
  }
  const last = text[at - 1] ?? '';
  const direct = surnames.has(last) || doubtfulSurnames.has(last);
  for (const length of [3, 2]) {
    const name = before(length);
    const possible = name.length === length && surnames.has(name[0]!) && soundGiven(name.slice(1)) && !isWord(name);
    if (possible && ((courteous && !direct) || begins.test(text.slice(0, at - length)))) return length;
  }
  return direct && !notNames.has(before(2)) ? 1 : 0;
}

function hideAddressed(draft: Draft, family: string): void {
  for (const match of [...draft.folded.matchAll(addresses)]) {
    const end = match.index - (draft.folded[match.index - 1] === ' ' ? 1 : 0);
    const length = nameLength(draft.folded, end, match.groups?.['courtesy'] !== undefined, family);
    if (length > 0) draft.hideAt(end - length, end, 'name');
  }
}

const nameLabels =
  '客户姓名|客戶姓名|用户姓名|用戶姓名|客户名称|客戶名稱|用户名称|用戶名稱|联系人姓名|联系人|聯絡人|投诉人姓名|投诉人|投訴人|申訴人|来电人|來電人|申请人|申請人|报装人|报修人|户主姓名|户主|戶主|业主姓名|房主|户名|戶名|法人|经办人|經辦人|姓名|name';
const labelledNames = new RegExp(`(?:${nameLabels}) ?: ?(?<what>[^\\s,;:()。、；，\\n〔〕\\ue000\\ue001]{1,30}(?: [A-Z][\\w'-]+){0,2})`, 'giu');

const set = (signs: ReadonlySet<string>): string => `[${[...signs].join('')}]`;
const given = `(?![的了在和与與是有不为為被请請向对對])\\p{Script=Han}`;
const surname = `(?:${[...compoundSurnames].join('|')}|${set(sureSurnames)})`;
/** What comes behind a name in a sentence. */
const after =
  '(?=$|[^\\p{Script=Han}]|反映|来电|來電|致电|表示|称|稱|投诉|投訴|要求|到|在|于|於|说|說|的|与|與|和|打|前|因|告|回|未|不|态|態|对|對|拒|为|為|让|讓|给|給|去|办|辦|咨|諮|申)';
const cues = `${nameLabels}|客户|客戶|用户|用戶|市民|业主|業主|居民|村民|人员|人員|员工|員工|柜员|櫃員|营业员|營業員|收费员|抄表员|名叫|我叫|我是|本人`;
const cuedNames = new RegExp(`(?:${cues})(?:为|為|是|叫| )?(?<what>${surname}${given}{1,2}?)${after}`, 'gu');
const starredNames = new RegExp(`(?<what>(?:${[...compoundSurnames].join('|')}|${set(surnames)}) ?(?:[*×○●]{1,2}|[xX]{1,2}(?![A-Za-z])|某某|某(?![月日天年次种種些个個人地处處时時])))`, 'gu');
const familiar = new RegExp(
  `(?<!\\p{Script=Han}[大多少太变缩最])[小老阿](?<what>${set(sureSurnames)})(?=$|[^\\p{Script=Han}]|态度|態度|说|說|称|稱|告知|答复|答覆|表示|接待|受理|办理|辦理|处理|處理|回复|回覆)`,
  'gu',
);
const english = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b\.? ?(?<what>[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)?)/gu;

/** Words that stand in a name's column where nobody gave a name. */
const nobody = /^(?:匿名.*|保密|不详|不詳|未知|不明|无|無|未提供|不愿透露|客户|客戶|用户|用戶|居民|市民|村民|业主|業主|来电人|投诉人|个人|本人|先生|女士|小姐|anonymous|unknown|none|customer|n\/a)$/i;
const courtesyAtEnd = new RegExp(`(?:${courtesies}|${titles})$`);

/** The customer's name without title, or nothing where the column holds no name. */
function bareName(customer: string | null): string {
  const name = (customer ?? '').normalize('NFKC').trim();
  const bare = name.replace(courtesyAtEnd, '').trim();
  return nobody.test(name) || nobody.test(bare) ? '' : bare;
}

const familyOf = (bare: string): string =>
  compoundSurnames.has(bare.slice(0, 2)) ? bare.slice(0, 2) : isHan(bare[0]) && bare.length <= 4 ? bare[0]! : '';

/** Hides the name that the work order itself gives, wherever it stands, however it is spread. */
function hideKnown(draft: Draft, bare: string): void {
  const signs = [...bare].filter((sign) => !/\s/.test(sign));
  const plain = signs.join('').toLowerCase();
  // Making a pattern is dear, and few texts repeat the name.
  if (signs.length < 2 || !draft.folded.replaceAll(' ', '').toLowerCase().includes(plain)) return;
  const latin = /^[\p{Script=Latin}\s'.-]+$/u.test(bare);
  const spread = signs.map((sign) => sign.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join(' *');
  draft.hide(new RegExp(latin ? `(?<!\\p{L})${spread}(?!\\p{L})` : spread, 'giu'), 'name');
}

/** Hides names of persons: the known customer's, those behind a label, and those in front of a title. The title stays. */
export function hideNames(draft: Draft, customer: string | null): void {
  const bare = bareName(customer);
  draft.hide(labelledNames, 'name');
  hideKnown(draft, bare);
  draft.hide(starredNames, 'name');
  hideAddressed(draft, familyOf(bare));
  draft.hide(cuedNames, 'name', (name) => (isWord(name) ? '' : name));
  draft.hide(familiar, 'name');
  draft.hide(english, 'name');
}
