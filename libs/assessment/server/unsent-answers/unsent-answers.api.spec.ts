import { TestApp } from '@skillhall/api/testing';
import { createHash } from 'node:crypto';
import { assessmentInvariants } from '../index.js';
import { ExamWorld, type TakenPaper } from '../testing/exam-world.js';
import { SatExams } from '../testing/sat-exams.js';

let world: ExamWorld<TestApp>;
let sitting: string;
beforeAll(async () => {
  world = await ExamWorld.over(await TestApp.start());
  for (const login of ['s1', 's2', 's3', 's4']) await world.addPerson(login, world.hall);
  await world.addPerson('watch', world.hall);
  await world.addPerson('neighbour', world.other, ['examiner']);
  sitting = await world.sitting(await world.exam(), { invigilatorIds: [world.people['watch']] });
});
afterAll(() => world.stop());

const now = () => new Date().toISOString();
type Line = { questionId: string; choice: string[]; clientSeq: number; answeredAt: string | null };
function fileOf(attemptId: string, answers: Line[], changes: Record<string, unknown> = {}): string {
  const content = { format: 'skillhall-unsent-answers', version: 1, attemptId, sittingId: sitting, title: '', deviceId: 'device-s1', deadline: now(), exportedAt: now(), answers: answers.map((line) => ({ ...line, position: 1, refused: null })) };
  return JSON.stringify({ ...content, digest: createHash('sha256').update(JSON.stringify(content)).digest('hex'), ...changes }, null, 2);
}
const right = ({ type }: { type: string }): string[] => (type === 'single' ? ['B'] : ['A', 'C']);
const fields = '... on UnsentFileSuccess { file { id personName sound sameDevice answers { position finding } decision { accepted note counted accountName } } }';
const bring = (login: string, content: string, id = sitting) => world.mutate(login, 'bringUnsentAnswers', '$id: ID!, $content: String!', 'sittingId: $id, content: $content', fields, { id, content });
const decide = (login: string, id: string, accepted: boolean, note = '断网，监考可证明') => world.mutate(login, 'decideUnsentAnswers', '$id: ID!, $accepted: Boolean!, $note: String!', 'id: $id, accepted: $accepted, note: $note', fields, { id, accepted, note });
interface Shown {
  readonly id: string;
  readonly answers: { finding: string }[];
  readonly decision: { counted: number } | null;
}
const shownOf = (answer: Record<string, unknown>) => answer['file'] as Shown;
const results = (attemptId: string) => world.product.arrange((tx) => tx.query('select cause, marks::float8 as marks, passed from assessment.later_result where attempt_id = $1', [attemptId]) as Promise<unknown[]>);

/** Half of the paper is saved, the rest stays on the device; then it is handed in. */
async function cutOff(login: string): Promise<{ paper: TakenPaper; unsent: Line[] }> {
  const paper = await world.begin(login, sitting);
  const lines = paper.questions.map((question, index) => ({ questionId: question.id, choice: right(question), clientSeq: index + 1, answeredAt: now() }));
  for (const { questionId, choice, clientSeq } of lines.slice(0, 3)) await world.save(login, paper.id, clientSeq, questionId, choice);
  return { paper, unsent: lines.slice(2) };
}

describe('answers that did not arrive', () => {
  it('are brought as a file, decided about by a person, and graded as a later result once accepted', async () => {
    const { paper, unsent } = await cutOff('s1');
    expect(await bring('watch', fileOf(paper.id, unsent))).toMatchObject({ code: 'UNSENT_STILL_OPEN' });
    await world.submit('s1', paper.id);
    const brought = await bring('watch', fileOf(paper.id, unsent));
    expect(brought).toMatchObject({ file: { personName: '人员s1', sound: true, sameDevice: true, decision: null } });
    const { id, answers } = shownOf(brought);
    expect(answers.map(({ finding }) => finding)).toEqual(['arrived', ...Array<string>(5).fill('counts')]);
    expect(await results(paper.id)).toEqual([]);
    expect((await world.product.graphql('mutation ($id: ID!) { decideUnsentAnswers(id: $id, accepted: true, note: "x") { __typename } }', { id }, world.session('watch'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await decide('neighbour', id, true)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await decide('examiner', id, true, ' ')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await decide('examiner', id, true)).toMatchObject({ file: { decision: { accepted: true, note: '断网，监考可证明', counted: 5, accountName: '人员examiner' } } });
    expect(await results(paper.id)).toEqual([{ cause: 'late', marks: 10, passed: true }]);
    expect(await decide('examiner', id, false)).toMatchObject({ code: 'UNSENT_DECIDED' });
    // The first result and its receipt stay as they were.
    expect(await world.product.arrange((tx) => tx.query('select marks::float8 as marks from assessment.attempt_result where attempt_id = $1', [paper.id]))).toEqual([{ marks: 3 }]);
  });

  it('of two files count once', async () => {
    const { paper, unsent } = await cutOff('s2');
    await world.submit('s2', paper.id);
    const file = fileOf(paper.id, unsent);
    const first = shownOf(await bring('examiner', file));
    expect(await bring('examiner', file)).toMatchObject({ code: 'UNSENT_KNOWN' });
    await decide('examiner', first.id, true);
    const third = shownOf(await bring('examiner', fileOf(paper.id, unsent.slice(0, 4))));
    expect(third.answers.every(({ finding }) => finding === 'arrived')).toBe(true);
    expect(await decide('examiner', third.id, true)).toMatchObject({ code: 'UNSENT_NOTHING_COUNTS' });
    expect(await decide('examiner', third.id, false)).toMatchObject({ file: { decision: { accepted: false, counted: 0 } } });
    expect(await results(paper.id)).toHaveLength(1);
  });

  it('are kept to be seen though the file was changed, but cannot be accepted', async () => {
    const { paper, unsent } = await cutOff('s3');
    await world.submit('s3', paper.id);
    const file = shownOf(await bring('examiner', fileOf(paper.id, unsent, { digest: '0'.repeat(64) })));
    expect(file).toMatchObject({ sound: false });
    expect(await decide('examiner', file.id, true)).toMatchObject({ code: 'UNSENT_CHANGED' });
    expect(await results(paper.id)).toEqual([]);
  });

  it('are refused where they are of another sitting, not ours, one’s own, or brought by nobody who runs it', async () => {
    const { paper, unsent } = await cutOff('s4');
    await world.submit('s4', paper.id);
    const other = await world.sitting(await world.exam());
    expect(await bring('examiner', fileOf(paper.id, unsent), other)).toMatchObject({ code: 'UNSENT_OTHER_SITTING' });
    expect(await bring('examiner', '{"answers": []}')).toMatchObject({ code: 'UNSENT_NOT_OURS' });
    expect(await bring('s4', fileOf(paper.id, unsent))).toMatchObject({ code: 'NOT_FOUND' });
    const late = unsent.map((line) => ({ ...line, answeredAt: '2020-01-01T00:00:00.000Z' }));
    expect(shownOf(await bring('examiner', fileOf(paper.id, late.slice(1)))).answers.every(({ finding }) => finding === 'outOfTime')).toBe(true);
  });

  it('stand on the evidence with the reason that was given', async () => {
    const [{ id }] = (await world.product.arrange((tx) => tx.query(`select attempt_id as id from assessment.later_result where cause = 'late' limit 1`))) as [{ id: string }];
    await world.product.arrange((tx) => tx.query('update assessment.sitting set ended_at = clock_timestamp() where id = $1', [sitting]));
    const { paperEvidence } = await world.ask('examiner', 'query ($id: ID!) { paperEvidence(attemptId: $id) { grades { cause reason } } }', { id });
    expect(paperEvidence).toEqual({ grades: [{ cause: 'first', reason: null }, { cause: 'late', reason: '断网，监考可证明' }] });
  });
});

describe('a text that came late', () => {
  it('is what the marker reads, also one who had begun to read the text before', async () => {
    const { examId, sittingId, attempts, questionIds } = await new SatExams(world.product, world.hall).sat({ people: [world.people['s1']!] });
    const claim = async () =>
      (await world.mutate('examiner', 'claimAnswer', '$id: ID!', 'examId: $id', '... on ClaimAnswerSuccess { answer { id answer criteria { id } } }', { id: examId }))['answer'] as { id: string; answer: string[]; criteria: { id: string }[] };
    const { id, criteria, answer } = await claim();
    expect(answer).toEqual(['先听客户说完']);
    const brought = shownOf(await bring('examiner', fileOf(attempts[0]!, [{ questionId: questionIds[1]!, choice: ['先听完，再办好'], clientSeq: 9, answeredAt: now() }]), sittingId));
    expect(await decide('examiner', brought.id, true)).toMatchObject({ file: { decision: { counted: 1 } } });
    const given = { id, criteria: criteria.map((line) => ({ id: line.id, share: 10_000 })) };
    expect(await world.mutate('examiner', 'markAnswer', '$input: MarkAnswerInput!', 'input: $input', '', { input: given })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await claim()).answer).toEqual(['先听完，再办好']);
  });
});

describe('afterwards', () => {
  it('every invariant of attempts holds, also of grades with answers that came late', async () => {
    const parameters: Record<string, unknown[]> = { I1_acknowledgedAnswersAreInTheLog: ['[]'], I2_noAnswerAfterTheEnd: [10], I5_noAttemptOpenLongAfterItsDeadline: [60] };
    for (const [name, sql] of Object.entries(assessmentInvariants)) expect({ name, rows: await world.product.arrange((tx) => tx.query(sql, parameters[name] ?? [])) }).toEqual({ name, rows: [] });
  });
});
