import { TestApp } from '@skillhall/api/testing';
import { textOfPdf } from '@skillhall/platform/pdf/testing';
import { PaperWorld } from '../testing/paper-world.js';

let world: PaperWorld<TestApp>;
beforeAll(async () => {
  world = await PaperWorld.in(await TestApp.start());
});
afterAll(() => world.stop());

const query = `query ($id: ID!) { sitting(id: $id) { papers { withheld forms { form sections entered questions { position type section marks options prompts blanks } }
  printing { state done total missing accountName } files { fileId kind form name size } } } }`;
interface Papers {
  readonly withheld: boolean;
  readonly forms: { form: string; sections: string[]; questions: { position: number; type: string; options: number; blanks: number }[] }[];
  readonly printing: { state: string; done: number; total: number; missing: string[] } | null;
  readonly files: { fileId: string; kind: string; form: string | null; name: string; size: number }[];
}
const papersOf = async (login: string, id: string): Promise<Papers | null | undefined> => (await world.ask<{ sitting: { papers: Papers | null } | null }>(login, query, { id })).sitting?.papers;
const download = (login: string, fileId: string) => world.product.inject('GET', `/files/papers/${fileId}`, world.sessions[login]);

async function printed(forms = 2): Promise<{ id: string; papers: Papers }> {
  const id = await world.planned();
  expect(await world.print('examiner', id, forms)).toMatchObject({ __typename: 'PrintPapersSuccess' });
  await world.product.runJobs();
  return { id, papers: (await papersOf('examiner', id))! };
}
const textOf = async (papers: Papers, kind: string, form: string | null): Promise<string> =>
  textOfPdf((await download('examiner', papers.files.find((file) => file.kind === kind && file.form === form)!.fileId)).rawPayload).join('\n');

describe('printed papers', () => {
  it('are drawn form by form and made into a paper, an answer sheet each, and one key', async () => {
    const { papers } = await printed();
    expect(papers.printing).toMatchObject({ state: 'done', done: 5, total: 5, missing: [] });
    expect(papers.files.map(({ kind, form }) => `${kind} ${form ?? ''}`)).toEqual(['paper A', 'paper B', 'answerSheet A', 'answerSheet B', 'keys ']);
    expect(papers.forms.map(({ form, questions }) => [form, questions.length])).toEqual([['A', 10], ['B', 10]]);
    expect(papers.files[0]!.name).toBe('上岗考试-纸笔场-A卷-试卷.pdf');
  });

  it('ask what the form asks, in its order, letters by place, and give nothing away', async () => {
    const { id, papers } = await printed();
    const text = await textOf(papers, 'paper', 'A');
    for (const words of ['姓名', '工号', 'A卷', '满分 26 分', '一、选择题', '三、填空和简答', '第 1 页', '请独立完成。']) expect(text).toContain(words);
    const [form] = (await world.product.arrange((tx) => tx.query(`select paper from assessment.printed_form where sitting_id = $1 and form = 'A'`, [id]))) as [{ paper: { questions: { id: string; optionKeys: string[] }[] } }];
    const { id: version, optionKeys } = form.paper.questions[0]!;
    const [{ stem, options }] = (await world.product.arrange((tx) => tx.query('select stem, options from question_bank.question_version where id = $1', [version]))) as [{ stem: string; options: { key: string; text: string }[] }];
    const shown = optionKeys.map((key, index) => `${'ABCD'[index]}. ${options.find((option) => option.key === key)!.text}`);
    expect(text).toContain(`1.${stem}（`);
    for (const option of shown) expect(text).toContain(option);
    expect(text).toContain('电压是______（1）______V');
    expect(text).not.toMatch(/秘密|先听后办|倾听|220/);
  });

  it('have keys by the letters that stand on the form', async () => {
    const { id, papers } = await printed();
    const text = await textOf(papers, 'keys', null);
    expect(text).toContain('机密');
    expect(text).toContain('220；50');
    expect(text).toContain('倾听：3 分');
    const rows = (await world.product.arrange((tx) => tx.query(`select paper from assessment.printed_form where sitting_id = $1 order by form`, [id]))) as { paper: { questions: { type: string; optionKeys: string[] }[] } }[];
    for (const { paper } of rows)
      paper.questions.forEach(({ type, optionKeys }, index) => {
        if (type === 'single') expect(text).toContain(`${index + 1}单选2${'ABCD'[optionKeys.indexOf('B')]}`);
      });
  });

  it('have bubbles and lines for every question on the answer sheet', async () => {
    const { papers } = await printed(1);
    const text = await textOf(papers, 'answerSheet', 'A');
    for (let position = 1; position <= 10; position++) expect(text).toContain(`${position}.`);
    expect(text).toContain('卷别写错会按错的卷评分');
  });

  it('stay the same when files are made again, take further forms, and change only when drawn anew before the opening', async () => {
    const { id, papers } = await printed(1);
    const formsIn = () => world.product.arrange((tx) => tx.query('select form, paper from assessment.printed_form where sitting_id = $1 order by form', [id])) as Promise<{ form: string; paper: unknown }[]>;
    const [first] = await formsIn();
    await world.print('examiner', id, 2);
    await world.product.runJobs();
    const again = await formsIn();
    expect(again.map(({ form }) => form)).toEqual(['A', 'B']);
    expect(again[0]).toEqual(first);
    expect((await download('examiner', papers.files[0]!.fileId)).statusCode).toBe(404);
    await world.product.arrange((tx) => tx.query(`update assessment.sitting set opens_at = now() - interval '1 minute' where id = $1`, [id]));
    expect(await world.print('examiner', id, 2, true)).toMatchObject({ code: 'PAPERS_HANDED_OUT' });
    expect(await world.print('examiner', id, 2)).toMatchObject({ __typename: 'PrintPapersSuccess' });
    expect(await world.print('examiner', id, 2)).toMatchObject({ code: 'PAPERS_BUSY' });
    await world.product.runJobs();
    expect(await formsIn()).toEqual(again);
  });

  it('say which characters no font has', async () => {
    const id = await world.planned({ title: '𬭎字场' });
    await world.print('examiner', id, 1);
    await world.product.runJobs();
    expect((await papersOf('examiner', id))!.printing!.missing).toEqual(['𬭎']);
  });

  it.each([
    ['on a screen', { delivery: 'screen' }, 2, 'NOT_ON_PAPER'],
    ['in no form', {}, 0, 'INVALID_INPUT'],
    ['in more forms than there are neighbours', {}, 9, 'INVALID_INPUT'],
  ])('are not made %s', async (_why, changes, forms, code) => {
    expect(await world.print('examiner', await world.planned(changes), forms)).toMatchObject({ code });
  });

  it('are nobody’s but theirs who manage exams there', async () => {
    const { id, papers } = await printed(1);
    for (const login of ['s1', 'watch', 'foreign']) {
      expect((await papersOf(login, id)) ?? null).toBeNull();
      expect(await world.print(login, id)).toMatchObject({ code: login === 'foreign' ? 'NOT_FOUND' : 'FORBIDDEN' });
      for (const { fileId } of papers.files) expect([403, 404]).toContain((await download(login, fileId)).statusCode);
    }
    for (const { fileId } of papers.files) expect((await world.product.inject('GET', `/files/${fileId}`, world.sessions['examiner'])).statusCode).toBe(404);
  });

  it('are closed to a manager who has to sit them', async () => {
    const { id, papers } = await printed(1);
    expect(await papersOf('local', id)).toMatchObject({ withheld: true, files: [] });
    for (const { fileId } of papers.files) expect((await download('local', fileId)).statusCode).toBe(404);
    expect(await world.print('local', id)).toMatchObject({ code: 'PAPERS_WITHHELD' });
  });

  it('are not to be practised, nor asked in a mock, by who sits them just now', async () => {
    await world.product.arrange((tx) => tx.query('update assessment.sitting set ended_at = now()'));
    const { id } = await printed();
    const total = async (login: string) => (await world.ask<{ practiceHome: { total: number } }>(login, '{ practiceHome { total } }', {})).practiceHome.total;
    const [{ examId, asked }] = (await world.product.arrange((tx) =>
      tx.query(`select s.exam_id as "examId", (select count(distinct q ->> 'id')::int from assessment.printed_form f, jsonb_array_elements(f.paper -> 'questions') q where f.sitting_id = s.id) as asked from assessment.sitting s where s.id = $1`, [id]),
    )) as [{ examId: string; asked: number }];
    await world.mutate('examiner', 'openExamToPractice', '$id: ID!', 'id: $id, open: true', '', { id: examId });
    const mock = (login: string) => world.mutate(login, 'startMockExam', '$id: ID!', 'examId: $id', '... on StartAttemptSuccess { attempt { id } }', { id: examId });
    const all = await total('s1');
    await world.product.arrange((tx) => tx.query(`update assessment.sitting set opens_at = now() - interval '1 hour', closes_at = now() + interval '1 hour' where id = $1`, [id]));
    expect([await total('s1'), await total('far')]).toEqual([all - asked, all]);
    expect([await mock('s1'), await mock('far')]).toMatchObject([{ code: 'EXAM_RUNNING' }, { __typename: 'StartAttemptSuccess' }]);
    await world.mutate('examiner', 'enterPaper', '$input: EnterPaperInput!', 'input: $input', '', { input: { sittingId: id, staffNumber: 's1', form: 'A', answers: [], correct: false } });
    expect([await total('s1'), (await mock('s1')).__typename]).toEqual([all, 'StartAttemptSuccess']);
  });

  it('leave a line in the log for each key that was taken', async () => {
    const { id, papers } = await printed(1);
    await download('examiner', papers.files.find(({ kind }) => kind === 'keys')!.fileId);
    const rows = await world.product.arrange((tx) => tx.query(`select actor_name as name, action from platform.audit_entry where subject_id = $1 and action like 'sitting.%downloaded'`, [id]));
    expect(rows).toEqual([{ name: '人员examiner', action: 'sitting.key-downloaded' }]);
  });
});
