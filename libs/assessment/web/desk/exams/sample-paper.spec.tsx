import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SamplePaper } from './sample-paper.js';

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const question = (stem: string) => ({ id: stem, position: 1, marks: 2, section: 0, type: 'single', stem, media: [], options: [{ key: 'A', text: '收费台' }], prompts: [], blanks: [], case: null, values: [] });
const paper = (stem: string) => ({ examPreview: { sections: ['一、单选题'], questions: [question(stem)] } });

describe('a sample paper', () => {
  it('is shown as an examinee would meet it, and drawn anew on demand', async () => {
    const server = fakeServer({ ExamPreview: paper('先核对什么？') });
    await renderPage(<SamplePaper examId="e" onClose={() => {}} />);
    expect(await screen.findByText('先核对什么？')).toBeVisible();
    expect(screen.getByText('1. 单选题 · 2 分')).toBeVisible();
    server.answer('ExamPreview', paper('再核对什么？'));
    await user.click(screen.getByRole('button', { name: '换一份' }));
    expect(await screen.findByText('再核对什么？')).toBeVisible();
  });

  it('says so where none can be drawn', async () => {
    fakeServer({ ExamPreview: { examPreview: null } });
    await renderPage(<SamplePaper examId="e" onClose={() => {}} />);
    expect(await screen.findByText('现在抽不出试卷')).toBeVisible();
  });
});
