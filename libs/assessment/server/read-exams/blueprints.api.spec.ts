import { TestApp } from '@skillhall/api/testing';
import { ExamWorld, row } from '../testing/exam-world.js';

let world: ExamWorld<TestApp>;
beforeAll(async () => {
  world = await ExamWorld.over(await TestApp.start());
  await world.addPerson('trainer', world.hall, ['trainer']);
  await world.addPerson('neighbour', world.other, ['examiner']);
});
afterAll(() => world.stop());

const check = 'query ($draft: BlueprintDraftInput!) { blueprintCheck(draft: $draft) { fitting totals { questions marks } problems { kind section questionId needed available } } }';
const preview = 'query ($id: ID!) { examPreview(id: $id) { sections questions { id position type stem marks section options { key text } } } }';
const draftOf = (sections: unknown[], unitId = world.hall.id) => ({ draft: { unitId, sections } });
const search = 'query ($unitId: ID!, $search: String!) { questionsToFix(unitId: $unitId, search: $search) { questionId code type stem } }';
const find = async (text: string, unitId = world.hall.id) =>
  (await world.ask<{ questionsToFix: { questionId: string; code: string }[] }>('examiner', search, { unitId, search: text })).questionsToFix;

describe('a blueprint that is being written', () => {
  it('is counted before it is saved, fixed questions beside the rows', async () => {
    const fixed = (await find('m-1'))[0]!.questionId;
    const sections = [{ title: '', rows: [row({ type: 'multiple', count: 6, marks: 0.5 })], fixed: [{ questionId: fixed, marks: 2 }] }];
    expect(await world.ask('examiner', check, draftOf(sections))).toEqual({
      blueprintCheck: { fitting: [[6]], totals: { questions: 7, marks: 5 }, problems: [{ kind: 'too-few', section: null, questionId: null, needed: 6, available: 5 }] },
    });
  });

  it('is not counted where it is not sound, nor for a unit outside the scope', async () => {
    const none = { blueprintCheck: null };
    expect(await world.ask('examiner', check, draftOf([{ title: '', rows: [row({ count: 0 })], fixed: [] }]))).toEqual(none);
    expect(await world.ask('examiner', check, draftOf([{ title: '', rows: [row()], fixed: [] }], world.other.id))).toEqual(none);
    expect((await world.product.graphql(check, draftOf([]), world.session('trainer'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('finds what may be fixed by number or stem, retired questions and other scopes left out', async () => {
    expect((await find('S-1')).map(({ code }) => code)).toEqual(['S-1', 'S-10', 'S-11', 'S-12']);
    expect(await find(' ')).toEqual([]);
    expect(await find('S-1', world.other.id)).toEqual([]);
    await world.product.arrange((tx) => tx.query(`update question_bank.question set use = 'practiceOnly' where code = 'S-11'`));
    expect((await find('S-1')).map(({ code }) => code)).toEqual(['S-1', 'S-10', 'S-12']);
  });

  it('names the fixed questions of an exam that it may use', async () => {
    const fixed = (await find('选题第12道'))[0]!.questionId;
    const id = await world.draft({ sections: [{ title: '', rows: [], fixed: [{ questionId: fixed, marks: 1 }] }] });
    expect(await world.ask('examiner', 'query ($id: ID!) { exam(id: $id) { fixedQuestions { questionId code type stem } } }', { id })).toEqual({
      exam: { fixedQuestions: [{ questionId: fixed, code: 'S-12', type: 'single', stem: '单选题第12道' }] },
    });
  });
});

describe('the sample paper of an exam', () => {
  it('is a whole paper, each time another, and leaves no secret behind', async () => {
    const id = await world.draft();
    const papers = [];
    for (let n = 0; n < 4; n++) papers.push((await world.ask<{ examPreview: { sections: string[]; questions: { id: string; marks: number; options: unknown[] }[] } }>('examiner', preview, { id })).examPreview);
    for (const { sections, questions } of papers) {
      expect(sections).toEqual(['一、单选题', '二、多选题']);
      expect(questions.map(({ marks, options }) => [marks, options.length])).toEqual([...Array<number[]>(6).fill([1, 4]), [2, 4], [2, 4]]);
    }
    expect(new Set(papers.map(({ questions }) => questions.map((question) => question.id).join())).size).toBeGreaterThan(1);
    expect(await world.product.arrange((tx) => tx.query('select from assessment.exam_secret where exam_id = $1', [id]))).toEqual([]);
  });

  it('is not there where none can be drawn, nor for anybody of another hall', async () => {
    const id = await world.draft();
    const none = { examPreview: null };
    expect(await world.ask('neighbour', preview, { id })).toEqual(none);
    expect(await world.ask('examiner', preview, { id: await world.draft({ sections: [{ title: '', rows: [row({ type: 'multiple', count: 7 })], fixed: [] }] }) })).toEqual(none);
    expect(await world.ask('examiner', preview, { id: await world.draft({ sections: [] }) })).toEqual(none);
  });
});
