import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExamPage } from './exam-page.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const face = { questionId: 'q1', code: 'LAW-001', type: 'single', stem: '停电应当提前多少天通知？', difficulty: 2 };
const answers = {
  QuestionCategories: { questionCategories: [{ id: 'c1', parentId: null, name: '催缴', questions: 3, manageable: true, unit: { id: 'u', name: '临江市公司' } }] },
  CompetencyNames: { competencies: [{ code: 'LAW-1', name: '供用电法规', track: 'law' }] },
  BlueprintCheck: { blueprintCheck: { fitting: [[4]], problems: [{ kind: 'too-few', rows: [{ section: 0, row: 0 }], needed: 10, available: 4, section: null, questionId: null }] } },
  QuestionsToFix: { questionsToFix: [face] },
};
const shown = () => renderPage(<ExamPage />, { path: '/desk/exams/new', pattern: '/desk/exams/:examId', viewer: { permissions: ['exam.manage', 'question.read'] } });

describe('an exam that is being written', () => {
  it('says before it is saved how many questions the bank has, and which row asks for more', async () => {
    const server = fakeServer(answers);
    await shown();
    expect(await screen.findByText('可用 4 题')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('第 1 大题第 1 行一共要 10 题，题库里只有 4 题。');
    const counted = () => server.asked.filter(({ name }) => name === 'BlueprintCheck').map(({ variables }) => (variables as { draft: { sections: { rows: { count: number }[] }[] } }).draft.sections[0]!.rows[0]!.count);
    fireEvent.change(screen.getByRole('spinbutton', { name: '题数' }), { target: { value: '4' } });
    await waitFor(() => expect(counted().at(-1)).toBe(4));
  });

  it('takes a question found by its number onto every paper, once', async () => {
    fakeServer(answers);
    await shown();
    const search = await screen.findByRole('combobox', { name: '搜索题号或题干，指定必考题' });
    await user.type(search, 'LAW');
    await user.click(await screen.findByTitle(/^LAW-001/));
    expect(await screen.findByRole('list', { name: '必考题' })).toHaveTextContent('LAW-001 · 单选题 · 停电应当提前多少天通知？');
    expect(screen.getByText('共 11 题，满分 11 分')).toBeVisible();
  });
});
