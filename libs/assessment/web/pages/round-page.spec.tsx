import 'fake-indexeddb/auto';
import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { devicePractice } from '../practice/device-practice.js';
import type { Round, Told } from '../practice/round-store.js';
import { aRound } from '../testing/a-round.js';
import { RoundPage } from './round-page.js';

HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  this.open = false;
};
window.scrollTo = () => {};
// Node's own channel would keep the test process alive; one tab needs none.
Reflect.deleteProperty(globalThis, 'BroadcastChannel');

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
const keys: Readonly<Record<number, { right: string[]; explanation: string }>> = { 1: { right: ['B'], explanation: '千瓦时是电能的单位。' }, 2: { right: ['A', 'C'], explanation: '都可以。' }, 3: { right: ['先听完，再致歉'], explanation: '' } };
let number = 0;

/** A fresh round at a server that keeps first answers; every test has its own, as the device keeps them. */
function practice(change: Partial<Round> = {}) {
  let round = aRound({ id: `round-${++number}`, ...change });
  const server = fakeServer({
    Practice: () => ({ practice: round }),
    AnswerPractice: ({ input }: Record<string, unknown>) => {
      const { position, choice } = input as { position: number; choice: string[] };
      const before = round.answers.find((told) => told.position === position);
      const { right, explanation } = keys[position]!;
      const told: Told = before ?? { position, choice, credit: position === 3 ? null : choice.join() === right.join() ? 1 : 0, right, explanation, judged: null };
      if (!before) round = { ...round, answers: [...round.answers, told] };
      return { answerPractice: { __typename: 'AnswerPracticeSuccess', answer: told } };
    },
    JudgePractice: ({ input }: Record<string, unknown>) => {
      const { position, verdict } = input as { position: number; verdict: Told['judged'] };
      return { judgePractice: { __typename: 'AnswerPracticeSuccess', answer: { ...round.answers.find((told) => told.position === position)!, judged: verdict } } };
    },
    EndPractice: () => {
      round = { ...round, endedAt: '2026-11-25T01:10:00Z' };
      return { endPractice: { __typename: 'PracticeRoundSuccess', round: { id: round.id, endedAt: round.endedAt } } };
    },
  });
  const show = (search = '') => renderPage(<RoundPage />, { path: `/practice/${round.id}${search}`, pattern: '/practice/:practiceId' });
  return { server, show, sent: () => server.asked.filter(({ name }) => name === 'AnswerPractice') };
}
const option = (letter: string) => screen.findByRole('radio', { name: new RegExp(`选项${letter}`) });
afterEach(async () => (await devicePractice()).store.forget('account-1'));

describe('a round of practice', () => {
  it('tells at once what was right and why, then goes on; nothing is sent before “check”', async () => {
    const { show, sent } = practice();
    await show();
    await user.click(await option('A'));
    expect(sent()).toEqual([]);
    await user.click(screen.getByText('确定'));
    expect(await screen.findByText('答错了')).toBeInTheDocument();
    expect(screen.getByText('千瓦时是电能的单位。')).toBeInTheDocument();
    expect(screen.getByText('选项B').closest('li')).toHaveAttribute('data-right');
    await user.click(screen.getByText('下一题'));
    expect(await screen.findByText('哪些渠道可以交电费？')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '答对 0 题，答错 1 题，还有 2 题' })).toBeInTheDocument();
  });

  it('shows the answer to who does not know it, and counts it as missed', async () => {
    const { show, sent } = practice();
    await show();
    await user.click(await screen.findByText('不会，看答案'));
    expect(await screen.findByText('看看答案，下次就会')).toBeInTheDocument();
    expect(sent().map(({ variables }) => (variables['input'] as { choice: string[] }).choice)).toEqual([[]]);
  });

  it('lets who wrote a short answer judge it beside the model answer; at the end it says how it went', async () => {
    const { server, show } = practice({ answers: [{ position: 1, choice: ['A'], credit: 0, right: ['B'], explanation: null, judged: null }, { position: 2, choice: ['A', 'C'], credit: 1, right: ['A', 'C'], explanation: null, judged: null }] });
    await show();
    await user.type(await screen.findByLabelText('您的答案'), '先道歉');
    await user.click(screen.getByText('确定'));
    expect(await screen.findByText('先听完，再致歉')).toBeInTheDocument();
    await user.click(screen.getByText('差一点'));
    await waitFor(() => expect(screen.getByText('差一点')).toHaveAttribute('aria-pressed', 'true'));
    expect(server.asked.at(-1)).toMatchObject({ name: 'JudgePractice', variables: { input: { verdict: 'partly' } } });
    await user.click(screen.getByText('看结果'));
    expect(await screen.findByText('答对 1 / 2 题')).toBeInTheDocument();
    expect(screen.getByText('另有 1 道简答题由您自己评')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /电能表的单位/ })).toHaveAttribute('href', expect.stringContaining('?q=1'));
  });

  it('goes on without a network, keeps each answer through a reload, and tells once connected', async () => {
    const { server, show } = practice();
    const shown = await show();
    await option('B');
    server.offline = true;
    await user.click(await option('B'));
    await user.click(screen.getByText('确定'));
    expect(await screen.findByText(/答案已存在本机/)).toBeInTheDocument();
    shown.unmount();
    await show('?q=1');
    expect(await screen.findByText(/答案已存在本机/)).toBeInTheDocument();
    expect(await option('B')).toBeChecked();
    server.offline = false;
    await act(async () => void window.dispatchEvent(new Event('online')));
    expect(await screen.findByText('答对了')).toBeInTheDocument();
  });

  it('begins where one stopped on another device', async () => {
    const { show } = practice({ answers: [{ position: 1, choice: ['B'], credit: 1, right: ['B'], explanation: null, judged: null }] });
    await show();
    expect(await screen.findByText('哪些渠道可以交电费？')).toBeInTheDocument();
  });

  it('says why an answer was not taken, and lets one go on', async () => {
    const { server, show } = practice();
    server.answer('AnswerPractice', { answerPractice: { __typename: 'PracticeRefusedError', code: 'PRACTICE_WITHHELD', message: '这道题现在不能练' } });
    await show();
    await user.click(await option('A'));
    await user.click(screen.getByText('确定'));
    expect(await screen.findByText('这道题现在不能练', { exact: false })).toBeInTheDocument();
    await user.click(screen.getByText('下一题'));
    expect(await screen.findByText('哪些渠道可以交电费？')).toBeInTheDocument();
  });

  it('has a text again that was written and not yet checked when the page went', async () => {
    const { show } = practice();
    const shown = await show('?q=3');
    await user.type(await screen.findByLabelText('您的答案'), '写了一半');
    shown.unmount();
    await show('?q=3');
    expect(await screen.findByLabelText('您的答案')).toHaveValue('写了一半');
  });

  it('is ended early only after a second word, and then shows what was done', async () => {
    const { server, show } = practice({ answers: [{ position: 1, choice: ['B'], credit: 1, right: ['B'], explanation: null, judged: null }] });
    await show();
    await user.click(await screen.findByText('结束这组'));
    expect(screen.getByText(/还有 2 题没答/)).toBeInTheDocument();
    expect(server.asked.some(({ name }) => name === 'EndPractice')).toBe(false);
    await user.click(screen.getByText('结束'));
    expect(await screen.findByText('这一组先到这里')).toBeInTheDocument();
    expect(screen.getByText('答对 1 / 1 题')).toBeInTheDocument();
  });

  it('sends what waits on the device before it is ended, and is not ended without it', async () => {
    const { server, show } = practice();
    await show();
    await option('B');
    server.offline = true;
    await user.click(await option('B'));
    await user.click(screen.getByText('确定'));
    expect(await screen.findByText(/答案已存在本机/)).toBeInTheDocument();
    await user.click(screen.getByText('结束这组'));
    await user.click(screen.getByText('结束'));
    expect(await screen.findByText(/这组没能结束/)).toBeInTheDocument();
    server.offline = false;
    await user.click(screen.getByText('结束这组'));
    await user.click(screen.getByText('结束'));
    expect(await screen.findByText('答对 1 / 1 题')).toBeInTheDocument();
    expect(server.asked.map(({ name }) => name).filter((name) => /Answer|End/.test(name))).toEqual(['AnswerPractice', 'EndPractice']);
  });

  it('of weak points explains in a sentence why it holds what it holds', async () => {
    const { show } = practice({ mode: 'weakPoint', reasons: [{ topic: 'BIZ-3', answered: 12, missed: 5, questions: 2 }, { topic: 'law', answered: 4, missed: 1, questions: 1 }] });
    await show();
    expect(await screen.findByText('近半年“抄表与电费”答了 12 题、错 5 题（这组 2 题）；“法律法规”答了 4 题、错 1 题（这组 1 题）；答错过的排在前面。')).toBeInTheDocument();
  });
});
