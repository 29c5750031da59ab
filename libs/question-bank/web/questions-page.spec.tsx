import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { questionFilter } from './question-filter.js';
import { QuestionsPage } from './questions-page.js';

const question = {
  id: 'q',
  code: 'Q-001',
  version: 2,
  type: 'single',
  stem: '新装用电要哪些材料？',
  track: 'business',
  difficulty: 2,
  updatedAt: '2026-09-01T01:00:00Z',
  competency: { code: 'BIZ-1', name: '业扩报装' },
};
const answers = {
  Questions: { questions: { totalCount: 1, nodes: [question] } },
  CompetencyNames: { competencies: [{ code: 'BIZ-1', name: '业扩报装', track: 'business' }] },
  QuestionDetail: {
    questionForAuthor: {
      ...question,
      options: [
        { key: 'A', text: '一次告知' },
        { key: 'B', text: '改天再来' },
      ],
      key: { __typename: 'KeyForAuthor', correct: ['A'], explanation: '规定要求一次性告知。' },
      clause: null,
    },
  },
};

describe('the question bank', () => {
  it('shows a question as the examinee sees it before its key', async () => {
    fakeServer(answers);
    await renderPage(<QuestionsPage />, { path: '/desk/questions?open=q', viewer: { permissions: ['question.read'] } });
    await screen.findByText('一次告知');
    expect(screen.queryByText('正确答案')).toBeNull();
    await userEvent.setup({ delay: null, pointerEventsCheck: 0 }).click(screen.getByRole('radio', { name: '答案和解析' }));
    expect(screen.getByText('正确答案').closest('li')).toHaveTextContent('一次告知');
    expect(screen.getByText('规定要求一次性告知。')).toBeVisible();
  });

  it('says why a key is withheld from who is being asked the question', async () => {
    const { questionForAuthor } = answers.QuestionDetail;
    fakeServer({ ...answers, QuestionDetail: { questionForAuthor: { ...questionForAuthor, key: { __typename: 'KeyWithheldError', message: '交卷后才能看' } } } });
    await renderPage(<QuestionsPage />, { path: '/desk/questions?open=q', viewer: { permissions: ['question.read'] } });
    await userEvent.setup({ delay: null, pointerEventsCheck: 0 }).click(await screen.findByRole('radio', { name: '答案和解析' }));
    expect(screen.getByText('交卷后才能看')).toBeVisible();
    expect(screen.queryByText('正确答案')).toBeNull();
  });

  it('takes its filter from the address and leaves out what is wrong there', () => {
    expect(questionFilter({ search: '电价', track: 'law', type: 'essay', competency: 'LAW-1' })).toEqual({ search: '电价', track: 'law', type: null, competency: 'LAW-1' });
  });
});
