import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { keyOfWish, type Subject } from './new-key.js';
import { RegradePage } from './regrade-page.js';

const key = { kind: 'choice', correct: ['A'], rule: 'allOrNothing', credits: [], blankKeys: [], anyOrder: false, revision: 0 };
const options = [{ key: 'A', text: '甲' }, { key: 'B', text: '乙' }];
const subject = { questionId: 'q1', examTitle: '上岗考试', code: 'S-1', type: 'single', stem: '问', options, key, regrades: [] };
const outcome = { attempts: 4, gained: 1, lost: 1, nowPassed: 0, nowFailed: 1, lines: [{ attemptId: 'a1', name: '王芳', staffNumber: '1', unitName: '一厅', change: -4, verdict: 'now-failed', before: { marks: 8, score: 80, passed: true }, after: { marks: 4, score: 40, passed: false } }] };
const done = (name: string) => ({ [name]: { __typename: 'RegradeSuccess', regradeId: null, report: outcome } });

async function open(changes: Record<string, unknown> = {}) {
  const server = fakeServer({ RegradeSubject: { regradeSubject: { ...subject, ...changes } }, PreviewRegrade: done('previewRegrade'), ApplyRegrade: done('applyRegrade') });
  await renderPage(<RegradePage />, { path: '/desk/regrade/e1/q1', pattern: '/desk/regrade/:examId/:questionId' });
  return server;
}

describe('correcting a key', () => {
  it('shows whom it touches before it can be done, and wants a reason', async () => {
    const server = await open();
    expect((await screen.findByRole('button', { name: '查看影响' })).hasAttribute('disabled')).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: 'B. 乙' }));
    await userEvent.click(screen.getByRole('button', { name: '查看影响' }));
    expect(await screen.findByText('4 份答卷用到这道题：1 人加分，1 人减分，0 人变合格，1 人变不合格')).toBeTruthy();
    expect(screen.getByText('合格变不合格')).toBeTruthy();
    const apply = screen.getByRole('button', { name: '执行' });
    expect(apply.hasAttribute('disabled')).toBe(true);
    await userEvent.type(screen.getByLabelText(/理由/), '录错');
    await userEvent.click(apply);
    await userEvent.click((await screen.findAllByRole('button', { name: '执行' })).at(-1)!);
    expect(server.asked.find(({ name }) => name === 'ApplyRegrade')!.variables).toMatchObject({ input: { examId: 'e1', questionId: 'q1', reason: '录错', key: { kind: 'choice', correct: ['B'] } } });
  });

  it('gives everybody the mark of a void question, of whatever type', async () => {
    const server = await open({ type: 'shortAnswer', options: [], key: { ...key, kind: 'rubric', correct: [] } });
    await userEvent.click(await screen.findByRole('button', { name: '查看影响' }));
    expect(server.asked.find(({ name }) => name === 'PreviewRegrade')!.variables).toMatchObject({ input: { key: null } });
  });
});

describe('a new key', () => {
  const blanks = { ...subject, type: 'fillIn', key: { ...key, kind: 'blanks', blankKeys: [{ kind: 'text', texts: [{ text: '负责', credit: 1 }], numbers: [], matchCase: false, unit: null }, { kind: 'number', texts: [], numbers: [{ value: 220, tolerance: 5, credit: 1 }], matchCase: false, unit: 'V' }] } } as unknown as Subject;

  it('takes further answers beside those that were right already', () => {
    expect(keyOfWish(blanks, { kind: 'blanks', added: ['首问负责', '380'] })).toMatchObject({ blankKeys: [{ texts: [{ text: '负责' }, { text: '首问负责' }] }, { numbers: [{ value: 220 }, { value: 380, tolerance: 5 }] }] });
    expect(keyOfWish(blanks, { kind: 'blanks', added: ['', 'x'] })).toBeUndefined();
  });

  it('is none where nothing was changed', () => {
    expect(keyOfWish(subject as unknown as Subject, { kind: 'choice', correct: ['A'] })).toBeUndefined();
    expect(keyOfWish(subject as unknown as Subject, { kind: 'void' })).toBeNull();
  });
});
