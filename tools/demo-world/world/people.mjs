import { drawPersonName, drawPhone } from './names.mjs';
import { drawIndex, drawWhole, pickWeighted, randomStream } from './random.mjs';

const two = (number) => String(number).padStart(2, '0');

const departmentPosts = {
  营销部: [['主任', 1], ['营销专责', 5], ['用电检查员', 4]],
  运维检修部: [['主任', 1], ['配电运维工', 8], ['抢修班长', 3]],
  人力资源部: [['主任', 1], ['人资专责', 3], ['培训专责', 2]],
  客户服务中心: [['主任', 1], ['客服专责', 4], ['质量监督专责', 3]],
  综合办公室: [['主任', 1], ['综合专责', 3], ['信息专责', 2]],
  综合部: [['经理', 1], ['综合专责', 2]],
};
/** Departments of a county are smaller. */
const countyMarketing = [['主管', 1], ['营销专责', 3]];

const employments = [['合同制', 62], ['劳务派遣', 30], ['供电服务公司', 8]];

/** The roster in the order of the tree; `hall` is the number of the hall, or null. */
export function* drawPeople({ units, halls }, seed) {
  const random = randomStream(seed, 'people');
  const width = units.length > 1000 ? 8 : 6;
  const hallNumbers = new Map(halls.map(({ unit }, number) => [unit, number]));
  let count = 0;
  const person = (unit, post, hall) => {
    const gender = random() < (hall === null ? 0.42 : 0.78) ? 'female' : 'male';
    const number = String(10 ** (width - 1) + ++count);
    const [name, hiredOn, phone] = [drawPersonName(random, gender), drawHireDate(random, post), drawPhone(random)];
    return { number, name, gender, unit: unit.code, hall, post, counter: hall !== null && post !== '营业厅主任', hiredOn, phone, employment: pickWeighted(random, employments) };
  };
  for (const unit of units) {
    const hall = hallNumbers.get(unit) ?? null;
    for (const post of hall === null ? postsOfDepartment(unit) : postsOfHall(halls[hall].staff)) yield person(unit, post, hall);
  }
}

function postsOfHall(staff) {
  const counter = Array.from({ length: staff }, (_, at) => (at === 0 && staff >= 9 ? '业务引导员' : at <= staff / 5 ? '收费员' : '营业员'));
  return ['营业厅主任', ...counter];
}

function postsOfDepartment({ type, name, code }) {
  if (type !== 'department') return [];
  const [, posts] = Object.entries(departmentPosts).find(([department]) => name.endsWith(department));
  const wanted = /-X\d+-D\d+$/.test(code) && name.endsWith('营销部') ? countyMarketing : posts;
  return wanted.flatMap(([post, times]) => Array.from({ length: times }, () => post));
}

/** Most have been there for years; one in twenty-five at the counter came within the last months. */
function drawHireDate(random, post) {
  const day = two(drawWhole(random, 1, 28));
  if (/营业员|收费员/.test(post) && random() < 0.04) return `2026-${two(drawWhole(random, 3, 9))}-${day}`;
  const oldest = /主任|经理|班长/.test(post) ? 1992 : 1998;
  return `${oldest + drawIndex(random, (/主任|经理|班长/.test(post) ? 2016 : 2023) - oldest)}-${two(drawWhole(random, 1, 12))}-${day}`;
}
