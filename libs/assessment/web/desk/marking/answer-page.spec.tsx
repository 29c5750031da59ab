import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AnswerPage } from './answer-page.js';
import { presentLine, totalMarks } from './rubric.js';

const counts = { waiting: 3, once: 1, disputed: 0, settled: 2, mine: 4 };
const queue = { markingQueue: { id: 'e1', title: '上岗考试', markers: 2, markingGap: 20, counts, questionsToMark: [] } };
const criteria = [
  { id: 'a', text: '倾听并记录诉求', marks: 4 },
  { id: 'b', text: '说明时限', marks: 2 },
];
const answer = (id: string, changes: Record<string, unknown> = {}) => ({
  claimAnswer: {
    __typename: 'ClaimAnswerSuccess',
    answer: { id, questionId: 'q1', type: 'shortAnswer', stem: '客户投诉怎么办？', media: [], maxMarks: 6, case: null, values: [], answer: [`回答${id}`], criteria, modelAnswer: '先听后答', earlier: [], until: '2026-11-25T06:00:00Z', ...changes },
  },
});
const nothing = { claimAnswer: { __typename: 'NoAnswerLeft' } };

async function open(...answers: object[]) {
  const server = fakeServer({ MarkingQueue: queue, ClaimAnswer: () => answers.shift() ?? nothing, MarkAnswer: { markAnswer: { __typename: 'MarkAnswerSuccess', state: 'once' } }, ReleaseAnswer: { releaseAnswer: { __typename: 'ReleaseAnswerSuccess' } } });
  await renderPage(<AnswerPage />, { path: '/desk/marking/e1/answer', pattern: '/desk/marking/:examId/answer' });
  return server;
}

describe('marking one answer after another', () => {
  it('goes by the keys alone: a digit for each line, Enter for the next answer', async () => {
    const server = await open(answer('1'), answer('2'));
    await screen.findByText('回答1');
    await userEvent.keyboard('5');
    await userEvent.keyboard('3');
    expect(screen.getByText('合计 5 / 6 分')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('回答2')).toBeTruthy();
    const marked = server.asked.find(({ name }) => name === 'MarkAnswer')!;
    expect(marked.variables).toEqual({ input: { id: '1', share: null, criteria: [{ id: 'a', share: 10_000 }, { id: 'b', share: 5000 }], comment: null } });
    expect(screen.getByText('合计 0 / 6 分')).toBeTruthy();
  });

  it('saves nothing before every line has its mark, and takes letters in the comment for letters', async () => {
    const server = await open(answer('1'));
    await screen.findByText('回答1');
    await userEvent.keyboard('5{Enter}');
    expect(server.asked.some(({ name }) => name === 'MarkAnswer')).toBe(false);
    await userEvent.type(screen.getByLabelText(/评语/), '2点');
    expect(screen.getByText('合计 4 / 6 分')).toBeTruthy();
  });

  it('marks an answer without a rubric as a whole', async () => {
    const server = await open(answer('1', { criteria: [], modelAnswer: null }));
    await screen.findByText('回答1');
    await userEvent.click(screen.getByRole('button', { name: '第 1 条给 4.50 分' }));
    await userEvent.click(screen.getByRole('button', { name: '保存，下一份' }));
    expect(await screen.findByText('您这里没有要评的答案了')).toBeTruthy();
    expect(server.asked.find(({ name }) => name === 'MarkAnswer')!.variables).toMatchObject({ input: { share: 7500, criteria: [] } });
  });

  it('keeps the marks given when the network goes, and saves them when it is back', async () => {
    const server = await open(answer('1'), answer('2'));
    await screen.findByText('回答1');
    await userEvent.keyboard('5');
    await userEvent.keyboard('3');
    server.offline = true;
    await userEvent.keyboard('{Enter}');
    expect(await screen.findAllByText(/服务器出了点问题/)).not.toHaveLength(0);
    expect(screen.queryByText('您这里没有要评的答案了')).toBeNull();
    expect(screen.getByText('合计 5 / 6 分')).toBeTruthy();
    server.offline = false;
    await userEvent.keyboard('{Enter}');
    expect(server.asked.find(({ name }) => name === 'MarkAnswer')!.variables).toMatchObject({ input: { id: '1', criteria: [{ id: 'a', share: 10_000 }, { id: 'b', share: 5000 }] } });
    expect(await screen.findByText('回答2')).toBeTruthy();
  });

  it('can be asked for again where the first answer did not come', async () => {
    const server = fakeServer({ MarkingQueue: queue, ClaimAnswer: answer('7') });
    server.offline = true;
    await renderPage(<AnswerPage />, { path: '/desk/marking/e1/answer', pattern: '/desk/marking/:examId/answer' });
    const again = await screen.findByRole('button', { name: '重试' });
    server.offline = false;
    await userEvent.click(again);
    expect(await screen.findByText('回答7')).toBeTruthy();
  });

  it('shows the picture of the question and what the case tells, with its figures', async () => {
    const media = [{ fileId: 'f1', kind: 'image', name: '表.png', description: '电能表的照片' }];
    await open(answer('1', { media, case: { id: 'c', stem: '本期示数{{n}}', media: [{ ...media[0], fileId: 'f2', description: '账单的照片' }] }, values: [{ name: 'n', value: 42 }] }));
    expect(await screen.findByRole('img', { name: '电能表的照片' })).toHaveAttribute('src', '/files/question-media/f1');
    expect(screen.getByAltText('账单的照片')).toHaveAttribute('src', '/files/question-media/f2');
    expect(screen.getByText('42')).toBeInTheDocument();
  });

  it('says so where there is no such exam for this person', async () => {
    fakeServer({ MarkingQueue: { markingQueue: null }, ClaimAnswer: { claimAnswer: { __typename: 'NotFoundError', code: 'NOT_FOUND', message: '没有' } } });
    await renderPage(<AnswerPage />, { path: '/desk/marking/e1/answer', pattern: '/desk/marking/:examId/answer' });
    expect(await screen.findByText('没有找到这场考试')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '重试' })).toBeNull();
  });

  it('shows who settles a gap both marks, and puts an answer back for others', async () => {
    const server = await open(answer('1', { earlier: [{ marks: 6, comment: null }, { marks: 1, comment: '没有说时限' }] }));
    expect(await screen.findByText('没有说时限')).toBeTruthy();
    await act(async () => screen.getByRole('link', { name: '先放回去' }).click());
    expect(server.asked.find(({ name }) => name === 'ReleaseAnswer')!.variables).toEqual({ id: '1' });
  });
});

describe('a rubric', () => {
  it('is marked from the first line without a mark, and adds up in hundredths', () => {
    expect([presentLine(criteria, {}), presentLine(criteria, { a: 0 }), presentLine(criteria, { a: 0, b: 1 })]).toEqual([0, 1, 2]);
    expect(totalMarks([{ id: 'a', text: '', marks: 0.1 }, { id: 'b', text: '', marks: 0.2 }], { a: 10_000, b: 10_000 })).toBe(0.3);
  });
});
