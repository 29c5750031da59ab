import { causes, places, requests } from './complaint-causes.mjs';
import { drawPersonName, drawPhone, drawSurname } from './names.mjs';
import { calendar, counterClasses, monthAt, otherClasses } from './parameters.mjs';
import { drawIndex, drawWhole, pick, pickWeighted, randomStream } from './random.mjs';

export const complaintTitles = ['工单编号', '受理时间', '供电单位', '一级分类', '二级分类', '三级分类', '投诉级别', '受理渠道', '客户姓名', '联系电话', '受理内容', '是否属实', '办结时间'];

const channels = [['95598', 58], ['柜台', 14], ['微信', 11], ['意见箱', 7], ['12398', 6], ['微博', 4]];
const levels = [['一般', 86], ['重要', 11], ['重大', 2.6], ['特殊', 0.4]];
const hours = [[8, 6], [9, 11], [10, 13], [11, 10], [12, 5], [13, 5], [14, 9], [15, 11], [16, 10], [17, 7], [18, 5], [19, 4], [20, 3], [21, 1]];

const weighted = Object.fromEntries(Object.entries(causes).map(([name, list]) => [name, list.map((cause) => [cause, cause[2]])]));
const two = (number) => String(number).padStart(2, '0');

/** The hotline's work orders of every hall, month by month, in the order they came in; rows of the export's columns. */
export function* drawComplaints({ halls }, panel, seed) {
  const random = randomStream(seed, 'complaints');
  for (let month = 0; month < calendar.months; month++) {
    const orders = [];
    halls.forEach(({ unit }, hall) => {
      const at = hall * calendar.months + month;
      for (let n = panel.counter[at]; n > 0; n--) orders.push(drawOrder(random, month, unit.name, counterClasses));
      for (let n = panel.other[at]; n > 0; n--) orders.push(drawOrder(random, month, unit.name, otherClasses));
    });
    orders.sort((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : 0));
    const { year, month: number } = monthAt(month);
    const prefix = `GD${year % 100}${two(number)}`;
    for (const [at, { cells, received }] of orders.entries()) yield [prefix + String(at + 1).padStart(6, '0'), received, ...cells];
  }
}

function drawOrder(random, month, hall, classes) {
  const received = drawMoment(random, month);
  const first = pickWeighted(random, classes);
  const [second, third, , texts] = pickWeighted(random, weighted[first]);
  const customer = drawCustomer(random);
  const text = fill(random, pick(random, texts), hall, received) + ending(random, customer);
  const closed = closing(random, received);
  return { received: received.text, cells: [hall, first, second, third, pickWeighted(random, levels), pickWeighted(random, channels), customer.shown, customer.phone, opening(random, customer) + text, closed.verdict, closed.day] };
}

function drawMoment(random, month) {
  const { year, month: number } = monthAt(month);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const day = drawWhole(random, 1, days);
  const clock = `${two(pickWeighted(random, hours))}:${two(drawIndex(random, 60))}:${two(drawIndex(random, 60))}`;
  return { year, month: number, day, text: `${year}-${two(number)}-${two(day)} ${clock}` };
}

function drawCustomer(random) {
  const gender = random() < 0.52 ? 'female' : 'male';
  const title = gender === 'female' ? '女士' : '先生';
  const full = random() < 0.4 ? drawPersonName(random, gender) : null;
  const address = `${full ? full : drawSurname(random)}`;
  return { shown: full ?? address + title, full, title, phone: drawPhone(random), account: `1${String(drawIndex(random, 1e9)).padStart(9, '0')}` };
}

const opening = (random, { full, shown }) =>
  pickWeighted(random, [['客户反映，', 50], ['客户来电反映，', 25], [`${shown}反映，`, 15], [full ? `客户${full}称，` : '客户称，', 10]]);

function ending(random, { phone, account, full, title }) {
  const request = pick(random, requests);
  const break_ = random() < 0.3 ? '\n' : '';
  const door = random() < 0.08 ? `住址：${pick(random, places)}${drawWhole(random, 1, 30)}号楼${drawWhole(random, 1, 4)}单元${drawWhole(random, 1, 18)}0${drawWhole(random, 1, 4)}室。` : '';
  const person = full && random() < 0.3 ? `联系人：${full}${title}。` : '';
  const contact = pickWeighted(random, [[`联系电话${phone}，户号${account}。`, 55], [`户号${account}，请回电${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}。`, 12], [`联系电话：${phone}。`, 23], ['', 10]]);
  return `，${request}。${break_}${person}${door}${contact}`;
}

function fill(random, template, hall, { year, month, day }) {
  const before = new Date(Date.UTC(year, month - 1, day - drawIndex(random, 4)));
  const values = {
    hall: () => hall,
    window: () => `${drawWhole(random, 1, 6)}号窗口`,
    day: () => `${before.getUTCMonth() + 1}月${before.getUTCDate()}日`,
    wait: () => drawWhole(random, 6, 18) * 5,
    money: () => drawWhole(random, 4, 90) * 10 + drawIndex(random, 10),
    times: () => drawWhole(random, 3, 6),
    volts: () => drawWhole(random, 165, 196),
    hours: () => drawWhole(random, 3, 12),
    place: () => pick(random, places),
  };
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name]());
}

/** Closed within a week; what came in at the very end is still open. */
function closing(random, { year, month, day }) {
  const closedOn = new Date(Date.UTC(year, month - 1, day + drawWhole(random, 1, 7)));
  const verdict = pickWeighted(random, [['属实', 52], ['不属实', 34], ['', 14]]);
  const closed = closedOn.toISOString().slice(0, 10);
  return closed > `${calendar.last}-31` ? { verdict: '', day: '' } : { verdict, day: closed };
}
