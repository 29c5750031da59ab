import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { addQuestion, allTypes, options, single } from '../testing/a-bank.js';
import { SatExams } from '../testing/sat-exams.js';
import { CountAskedJob } from './count-asked.job.js';

let product: TestApp;
let unit: { id: string; path: string };
let people: string[];
let exams: SatExams;
let sat: Awaited<ReturnType<SatExams['sat']>>;
let caseId: string;
let mocked: string;

const counted = async (): Promise<Record<string, number>> => {
  const rows = await product.arrange((tx) => tx.query(`select v.id, e.day = current_date as today, e.times from question_bank.exposure e join question_bank.question_version v on v.question_id = e.question_id and v.part = 0`) as Promise<{ id: string; today: boolean; times: number }[]>);
  return Object.fromEntries(rows.map(({ id, today, times }) => [`${id} ${today ? 'today' : 'before'}`, times]));
};
/** An attempt of another time, or of another kind. */
const addAttempt = (personId: string, column: 'sitting_id' | 'mock_exam_id', id: string, questions: object[], days = 0): Promise<unknown> =>
  product.arrange((tx) =>
    tx.query(
      `insert into assessment.attempt (id, ${column}, number, person_id, unit_id, unit_path, state, started_at, deadline, paper)
       values ($1, $2, 2, $3, $4, $5, 'open', now() - make_interval(days => $7), now() + interval '1 hour', $6)`,
      [newId(), id, personId, unit.id, unit.path, JSON.stringify({ questions }), days],
    ),
  );

beforeAll(async () => {
  product = await TestApp.start();
  unit = await product.addUnit('C', 'city');
  people = [await product.addPerson('p1', unit), await product.addPerson('p2', unit)];
  exams = new SatExams(product, unit);
  sat = await exams.sat({ people, choices: 1, essays: 0 });
  const { versionIds } = await addQuestion(product, 'K-1', [{ type: 'case' }, { kind: 'parts' }], { unit }, [allTypes.single, allTypes.multiple]);
  caseId = versionIds[0]!;
  mocked = (await addQuestion(product, 'K-2', [{ type: 'single', options }, single], { unit })).versionIds[0]!;
  await addAttempt(people[0]!, 'sitting_id', sat.sittingId, versionIds.slice(1).map((id) => ({ id, caseId, type: 'single', optionKeys: ['A'] })));
  await addAttempt(people[1]!, 'mock_exam_id', sat.examId, [{ id: mocked, type: 'single', optionKeys: ['A'] }]);
  await addAttempt(people[1]!, 'sitting_id', sat.sittingId, [{ id: sat.questionIds[0], type: 'single', optionKeys: ['A'] }], 200);
});
afterAll(() => product.stop());

describe('how often questions were put', () => {
  it('is what papers asked, day by day, a case once for all its parts and mocks not at all', async () => {
    await product.app.get(CountAskedJob).run();
    expect(await counted()).toEqual({ [`${sat.questionIds[0]} today`]: 2, [`${sat.questionIds[0]} before`]: 1, [`${caseId} today`]: 1 });
  });

  it('counts nothing twice, and what came since', async () => {
    await product.app.get(CountAskedJob).run();
    expect(await counted()).toMatchObject({ [`${sat.questionIds[0]} today`]: 2, [`${sat.questionIds[0]} before`]: 1 });
    await exams.begin(people[1]!, [sat.questionIds[0]!, mocked]);
    await product.app.get(CountAskedJob).run();
    expect(await counted()).toMatchObject({ [`${sat.questionIds[0]} today`]: 3, [`${sat.questionIds[0]} before`]: 1, [`${mocked} today`]: 1 });
  });
});
