import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { LearningRecords, trainedShare } from './learning-records.js';

let product: TestApp;
let records: LearningRecords;
let company: { id: string; path: string };
const courses = [newId(), newId()];

interface Staff {
  readonly hall: string;
  readonly counts: boolean;
  /** Months of completion by course. */
  readonly months: (string | null)[];
}
const staff: Staff[] = [];

/** Small steady numbers: the same halls in every run. */
let state = 7;
function draw(limit: number): number {
  state = (state * 16807) % 2147483647;
  return Math.floor((state / 2147483647) * limit);
}

beforeAll(async () => {
  product = await TestApp.start();
  records = product.app.get(LearningRecords);
  company = await product.addUnit('C', 'company');
  const department = await product.addUnit('D', 'department', company);
  const [window, office] = [newId(), newId()];
  await product.arrange(async (tx) => {
    await tx.query(`insert into directory.post (id, code, name, counter) values ($1, 'W', '窗口', true), ($2, 'O', '后台', false)`, [window, office]);
    for (const [index, id] of courses.entries()) {
      await tx.query('insert into learning.course (id, code, unit_id, unit_path) values ($1, $2, $3, $4)', [id, `K-${index}`, company.id, company.path]);
      await tx.query(
        `insert into learning.course_version (id, course_id, version, status, name, track, hours, summary, competencies, content_hash)
         values ($1, $1, 1, 'published', 'x', 'business', 1, '', '{}', '\\x00')`,
        [id],
      );
    }
  });
  for (let n = 0; n < 8; n++) {
    const hall = await product.addUnit(`Y${n}`, 'hall', company);
    // Half of the halls mark who serves at a window; the others mark nobody, so everybody counts.
    for (let p = 0; p < 4 + draw(4); p++) await addStaff(n, p, hall, n % 2 ? (draw(3) ? window : office) : null, window);
  }
  await addPerson('left', await product.addUnit('Y9', 'hall', company), null, ['2026-01', null], true);
  await addPerson('desk', department, null, ['2026-01', null], false);
});
afterAll(() => product.stop());

/** The higher the hall's number, the more of its people have completed something. */
async function addStaff(n: number, p: number, hall: { id: string; path: string }, post: string | null, window: string): Promise<void> {
  const months = courses.map(() => (draw(8) <= n ? `2026-0${1 + draw(4)}` : null));
  await addPerson(`${n}-${p}`, hall, post, months, false);
  staff.push({ hall: hall.id, counts: post === null || post === window, months });
}

async function addPerson(number: string, unit: { id: string; path: string }, post: string | null, months: (string | null)[], left: boolean): Promise<void> {
  const id = newId();
  await product.arrange(async (tx) => {
    await tx.query(`insert into directory.person (id, staff_number, name, unit_id, unit_path, post_id, left_on) values ($1, $2, $2, $3, $4, $5, $6)`, [id, number, unit.id, unit.path, post, left ? '2026-02-01' : null]);
    for (const [index, month] of months.entries())
      if (month)
        await tx.query(
          `insert into learning.enrolment (id, person_id, course_id, course_version_id, unit_id, unit_path, completed_at) values ($1, $2, $3, $3, $4, $5, $6)`,
          // Five in the evening of the last day by UTC is the first of the next month in China.
          [newId(), id, courses[index], unit.id, unit.path, new Date(Date.UTC(2026, Number(month.slice(5)) - 1, 0, 17))],
        );
  });
}

const halls = (): Map<string, Staff[]> => {
  const counted = staff.filter(({ counts }) => counts);
  return new Map([...new Set(counted.map(({ hall }) => hall))].map((hall) => [hall, counted.filter((one) => one.hall === hall)]));
};
interface Row {
  readonly unitId: string;
  readonly month: string | null;
  readonly staff: number;
  readonly completed: number;
}
const firstOf = ({ months }: Staff, course: number | null): string | undefined =>
  (course === null ? months : [months[course] ?? null]).filter((month) => month !== null).sort()[0];

describe.each([['the first course', 0], ['the second course', 1], ['any course', null]] as const)('completions of %s', (_, course) => {
  it('are those of today’s counter staff by hall and month, recomputed one by one', async () => {
    const found = await product.arrange((tx) => records.completionsByHallAndMonth(tx, course === null ? null : courses[course]!, [company.path]));
    const expected = [...halls()].flatMap(([unitId, people]): Row[] => {
      const firsts = people.flatMap((one) => firstOf(one, course) ?? []);
      const months = [...new Set(firsts)].sort();
      const rows = months.map((month) => ({ unitId, month, staff: people.length, completed: firsts.filter((first) => first === month).length }));
      return rows.length ? rows : [{ unitId, month: null, staff: people.length, completed: 0 }];
    });
    const key = (row: Row): string => `${row.unitId} ${row.month}`;
    expect(found.map(({ unitId, month, staff: size, completed }): Row => ({ unitId, month, staff: size, completed })).sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(expected.sort((a, b) => (key(a) < key(b) ? -1 : 1)));
  });
});

describe('the month in which a hall counts as trained', () => {
  it('is the first by which half of its counter staff had completed the course', async () => {
    for (const [index, id] of courses.entries()) {
      const found = await product.arrange((tx) => records.firstTrainingMonthByHall(tx, id, [company.path]));
      const expected = [...halls()].flatMap(([unitId, people]) => {
        const firsts = people.flatMap((one) => firstOf(one, index) ?? []).sort();
        const needed = Math.ceil(trainedShare * people.length);
        return firsts.length >= needed ? [[unitId, firsts[needed - 1]]] : [];
      });
      expect(new Map(found.map(({ unitId, month }) => [unitId, month]))).toEqual(new Map(expected as [string, string][]));
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(halls().size);
    }
  });

  it('is told for the halls below the paths alone', async () => {
    const [first] = await product.arrange((tx) => records.completionsByHallAndMonth(tx, null, [company.path]));
    const narrow = await product.arrange((tx) => records.completionsByHallAndMonth(tx, null, [first!.unitPath]));
    expect(new Set(narrow.map(({ unitId }) => unitId))).toEqual(new Set([first!.unitId]));
    expect(await product.arrange((tx) => records.completionsByHallAndMonth(tx, null, []))).toEqual([]);
  });
});
