import { exactOf, type Exact } from './exact.js';
import { evened } from './plain-text.js';

/**
 * Units that are written in several ways: names of one line are one unit, and units of one group differ by a factor.
 * Names in lower case, since kwh, KWH and kWh are all meant; therefore megawatt and megaohm, of which staff speak, and
 * never milliwatt nor milliohm. Symbols as in GB 3100 and GB 3102.5.
 */
const groups: readonly (readonly (readonly [factor: number, ...names: string[]])[])[] = [
  [[1, 'v', '伏', '伏特'], [1000, 'kv', '千伏']],
  [[1, 'a', '安', '安培'], [0.001, 'ma', '毫安'], [1000, 'ka', '千安']],
  [[1, 'w', '瓦', '瓦特'], [1000, 'kw', '千瓦'], [1e6, 'mw', '兆瓦']],
  [[1, 'va', '伏安'], [1000, 'kva', '千伏安'], [1e6, 'mva', '兆伏安']],
  [[1, 'var', '乏'], [1000, 'kvar', '千乏']],
  [[1, 'kwh', 'kw*h', '千瓦时', '千瓦小时', '度', '度电'], [1000, 'mwh', '兆瓦时'], [10_000, '万千瓦时', '万度']],
  [[1, 'ω', 'ohm', '欧', '欧姆'], [1000, 'kω', '千欧']],
  [[1, 'hz', '赫', '赫兹']],
  [[1, '°c', '℃', '摄氏度', '度']],
  [[1, 'm', '米'], [1000, 'km', '千米', '公里'], [0.01, 'cm', '厘米'], [0.001, 'mm', '毫米']],
  [[1, 's', 'sec', '秒', '秒钟'], [60, 'min', '分', '分钟'], [3600, 'h', 'hr', '小时', '个小时', '时']],
  [[1, '天', '日', 'd', 'day', 'days']],
  [[1, '个工作日', '工作日']],
  [[1, '个月', '月']],
  [[1, '年']],
  [[1, '元', '圆', '块', '块钱', '元整', 'rmb', 'cny', 'yuan'], [0.1, '角'], [10_000, '万元']],
  [[1, '元/kwh', '元/千瓦时', '元/度', '元每千瓦时']],
  [[1, '%', '个百分点']],
  [[1, '人', '名', '个人']],
  [[1, '户']],
  [[1, '次']],
];

export const plainUnit = (unit: string): string => evened(unit).toLowerCase();

/** The names that stand for the unit or another one of its group, the longest first, each with its worth in the unit. */
export function namesOf(unit: string): readonly { name: string; times: Exact; over: Exact }[] {
  const plain = plainUnit(unit);
  const found = new Map<string, { name: string; times: Exact; over: Exact }>([[plain, { name: plain, times: exactOf(1), over: exactOf(1) }]]);
  for (const group of groups) {
    const own = group.find(([, ...names]) => names.includes(plain));
    if (!own) continue;
    for (const [factor, ...names] of group) for (const name of names) if (!found.has(name)) found.set(name, { name, times: exactOf(factor), over: exactOf(own[0]) });
  }
  return [...found.values()].sort((a, b) => b.name.length - a.name.length);
}
