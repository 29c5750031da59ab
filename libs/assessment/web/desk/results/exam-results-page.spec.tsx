import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { choiceTexts } from './choice-texts.js';
import { ExamResultsPage } from './exam-results-page.js';
import { PaperPage } from './paper-page.js';

const spread = { least: 20, lowerQuarter: 40, median: 55, upperQuarter: 70, most: 95 };
const results = (changes: Record<string, unknown> = {}) => ({
  examResults: {
    ...{ id: 'e1', title: '上岗考试', passMark: 60, sittings: [{ id: 's1', title: '第一场', opensAt: '2026-11-20T01:00:00Z', over: true }] },
    summary: { sat: 8, passed: 4, pending: 2, mean: 58.3, absent: 1, bins: [0, 0, 1, 0, 1, 1, 0, 2, 0, 1], spread },
    units: [
      { unitId: 'u1', unitName: '甲县', sat: 6, passed: 4, pending: 0, mean: 61, spread },
      { unitId: 'u2', unitName: '乙县', sat: 2, passed: 0, pending: 2, mean: null, spread: null },
    ],
    people: { totalCount: 1, nodes: [{ attemptId: 'a1', name: '王芳', staffNumber: '10001', unitName: '一厅', sittingTitle: '第一场', startedAt: '2026-11-20T01:00:00Z', submittedAt: '2026-11-20T01:41:00Z', score: 72.5, marks: 29, maxMarks: 40, pending: 0, passed: true, regraded: true }] },
    ...changes,
  },
});
const absent = { examResults: { id: 'e1', absent: { totalCount: 1, nodes: [{ personId: 'p9', name: '没来', staffNumber: '9', unitName: '一厅', sittingTitle: '第一场' }] } } };
const open = async (answer: object) => {
  fakeServer({ ExamResults: answer, AbsentPeople: absent });
  await renderPage(<ExamResultsPage />, { path: '/desk/results/e1', pattern: '/desk/results/:examId' });
};

describe('the results of an exam', () => {
  it('say in one sentence what they come to, of those who have been graded', async () => {
    await open(results());
    expect(await screen.findByText('8 人参加，4 人合格，合格率 67%，合格线 60 分')).toBeTruthy();
    expect(screen.getByText('没来')).toBeTruthy();
    expect(screen.getByText('被安排参加、场次已经结束、一次都没有考的，共 1 人。')).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /王芳/ })).getByText('41 分钟')).toBeTruthy();
  });

  it('draw how the scores of a unit lie, and nothing where few have one', async () => {
    await open(results());
    expect(await screen.findByRole('img', { name: '最低 20，中间一半 40–70，中位数 55，最高 95' })).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /乙县/ })).queryByRole('img')).toBeNull();
  });

  it('draw no distribution of a few people', async () => {
    await open(results({ summary: { sat: 3, passed: 1, pending: 0, mean: 50, absent: 0, bins: null, spread: null } }));
    expect(await screen.findByText(/少于 5 人/)).toBeTruthy();
  });

  it('claim neither a rate nor a score before the papers are marked', async () => {
    const [person] = results().examResults.people.nodes;
    await open(results({ summary: { sat: 8, passed: 0, pending: 8, mean: null, absent: 0, bins: null, spread: null }, people: { totalCount: 1, nodes: [{ ...person, pending: 2, passed: null }] } }));
    expect(await screen.findByText('8 人参加，答卷都在等阅卷，合格线 60 分')).toBeTruthy();
    const row = within(screen.getByRole('row', { name: /王芳/ }));
    expect(row.getByText('待阅卷')).toBeTruthy();
    expect(row.queryByText('72.5')).toBeNull();
  });

  it('are handed out for what is looked at', async () => {
    await open(results());
    expect((await screen.findByRole('link', { name: '导出 Excel' })).getAttribute('href')).toBe('/files/exams/e1/results.xlsx?unit=unit-1');
  });
});

describe('who did not come', () => {
  it('is listed from the beginning again when another sitting is looked at', async () => {
    const server = fakeServer({ ExamResults: results(), AbsentPeople: { examResults: { id: 'e1', absent: { totalCount: 60, nodes: [{ personId: 'p9', name: '没来', staffNumber: '9', unitName: '一厅', sittingTitle: '第一场' }] } } } });
    const shown = await renderPage(<ExamResultsPage />, { path: '/desk/results/e1', pattern: '/desk/results/:examId' });
    const asked = () => server.asked.filter(({ name }) => name === 'AbsentPeople').at(-1)!.variables;
    await screen.findByText('没来');
    await userEvent.click(within(shown.container.querySelector<HTMLElement>('.ant-pagination-item-2')!).getByText('2'));
    await waitFor(() => expect(asked()).toMatchObject({ sittingId: null, offset: 50 }));
    await userEvent.click(screen.getByRole('combobox', { name: '场次' }));
    await userEvent.click(await screen.findByTitle(/^第一场/));
    await waitFor(() => expect(asked()).toMatchObject({ sittingId: 's1', offset: 0 }));
  });
});

describe('a paper as evidence', () => {
  it('says so where it cannot be read yet', async () => {
    fakeServer({ PaperEvidence: { paperEvidence: null } });
    await renderPage(<PaperPage />, { path: '/desk/results/papers/a1', pattern: '/desk/results/papers/:attemptId' });
    expect(await screen.findByText('现在不能看这份答卷')).toBeTruthy();
  });

  it('shows each question by its number with what it came with: the case and its pictures in words', async () => {
    const media = [{ fileId: 'f', kind: 'image', name: '表.png', description: '电能表的照片' }];
    const question = { id: 'q7', position: 7, marks: 2, section: 0, type: 'single', stem: '示数{{n}}是多少？', media, options: [{ key: 'A', text: '收费台' }], prompts: [], blanks: [], case: { id: 'c', stem: '老人不会用自助机', media: [] }, values: [{ name: 'n', value: 42 }] };
    const evidence = { id: 'a1', personName: '王芳', staffNumber: '10001', unitName: '一厅', examTitle: '上岗考试', sittingTitle: '第一场', startedAt: '2026-11-20T01:00:00Z', submittedAt: '2026-11-20T01:41:00Z', submittedBy: 'examinee', receiptCode: 'AAAAA', grades: [], events: [], incidents: [], answers: [{ choice: ['A'], marks: 2, given: [], question }] };
    fakeServer({ PaperEvidence: { paperEvidence: evidence } });
    await renderPage(<PaperPage />, { path: '/desk/results/papers/a1', pattern: '/desk/results/papers/:attemptId' });
    expect(await screen.findByText('第 7 题')).toBeVisible();
    expect(screen.getByText('老人不会用自助机')).toBeInTheDocument();
    expect(screen.getByText('电能表的照片')).toBeVisible();
    expect(screen.getByText('42')).toBeVisible();
    expect(screen.getByText('收费台')).toBeVisible();
  });

  it('shows answers in the words of the paper', () => {
    const options = [{ key: 'A', text: '收费台' }, { key: 'B', text: '接待室' }];
    const asked = { options, prompts: [{ key: '1', text: '缴费' }, { key: '2', text: '投诉' }] };
    expect(choiceTexts({ ...asked, type: 'single' }, ['B'])).toEqual(['接待室']);
    expect(choiceTexts({ ...asked, type: 'ordering' }, ['B', 'A'])).toEqual(['1. 接待室', '2. 收费台']);
    expect(choiceTexts({ ...asked, type: 'matching' }, ['A', ''])).toEqual(['缴费 → 收费台']);
    expect(choiceTexts({ type: 'fillIn', options: [], prompts: [] }, ['首问', ' '])).toEqual(['首问']);
  });
});
