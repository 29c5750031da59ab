import type { QuestionFace } from '@skillhall/question-bank/domain';
import { bareFace, stemBlocks } from '@skillhall/question-bank/domain';
import { renderPage } from '@skillhall/ui/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { useState, type ReactNode } from 'react';
import { moved, placed, type Answer } from './answers.js';
import { QuestionInput } from './question-input.js';

const options = [
  { key: 'A', text: '核对身份' },
  { key: 'B', text: '受理登记' },
  { key: 'C', text: '告知时限' },
];
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

async function asked(face: Partial<QuestionFace> & Pick<QuestionFace, 'type' | 'stem'>): Promise<() => Answer> {
  let given: Answer = [];
  function Held(): ReactNode {
    const [choice, setChoice] = useState<Answer>([]);
    return <QuestionInput face={{ ...bareFace, ...face }} choice={choice} onChange={(next) => setChoice((given = next))} />;
  }
  await renderPage(<Held />);
  return () => given;
}

describe('answering a question', () => {
  it('of one right option keeps the last one chosen', async () => {
    const given = await asked({ type: 'single', stem: '先做什么？', options });
    await user.click(screen.getByRole('radio', { name: /受理登记/ }));
    await user.click(screen.getByRole('radio', { name: /核对身份/ }));
    expect(given()).toEqual(['A']);
  });

  it('of several right options keeps them in the order of the options, whatever was chosen first', async () => {
    const given = await asked({ type: 'multiple', stem: '哪些对？', options });
    for (const name of [/告知时限/, /核对身份/, /受理登记/, /受理登记/]) await user.click(screen.getByRole('checkbox', { name }));
    expect(given()).toEqual(['A', 'C']);
  });

  it('in blanks stands where the stem has them, and an emptied answer is none', async () => {
    const given = await asked({ type: 'fillIn', stem: '欠费超过[[2]]日，经[[1]]仍不交的，可以停电。', blanks: [{ kind: 'text', unit: null }, { kind: 'number', unit: '日' }] });
    const days = screen.getByRole('textbox', { name: '第 2 空，单位 日' });
    await user.type(days, '30');
    expect(given()).toEqual(['', '30']);
    expect(days.closest('p')).toHaveTextContent('欠费超过');
    await user.clear(days);
    expect(given()).toEqual([]);
  });

  it('with a number is asked for below a stem that has no place for it', async () => {
    const given = await asked({ type: 'numeric', stem: '电费是多少？', blanks: [{ kind: 'number', unit: '元' }] });
    await user.type(screen.getByRole('textbox', { name: '第 1 空，单位 元' }), '98.5');
    expect(given()).toEqual(['98.5']);
  });

  it('by an order works with the arrows and tells who cannot see it', async () => {
    const given = await asked({ type: 'ordering', stem: '排列', options });
    await user.click(screen.getByRole('button', { name: '“告知时限”上移' }));
    expect(given()).toEqual(['A', 'C', 'B']);
    expect(screen.getByRole('status')).toHaveTextContent('“告知时限”现在是第 2 位，共 3 位');
    expect(within(screen.getAllByRole('listitem')[2]!).getByText('受理登记')).toBeVisible();
  });

  it('by the order as shown is possible without moving anything', async () => {
    const given = await asked({ type: 'ordering', stem: '排列', options });
    await user.click(screen.getByRole('button', { name: '就按现在的顺序' }));
    expect(given()).toEqual(['A', 'B', 'C']);
  });

  it('by matching names the option of each prompt and leaves the others open', async () => {
    const given = await asked({ type: 'matching', stem: '配对', options, prompts: [{ key: '1', text: '第一步' }, { key: '2', text: '第二步' }] });
    await user.selectOptions(screen.getByRole('combobox', { name: '“第二步”对应' }), 'B');
    expect(given()).toEqual(['', 'B']);
  });

  it('in one’s own words counts what was written without the blanks', async () => {
    const given = await asked({ type: 'shortAnswer', stem: '说说理由' });
    await user.type(screen.getByRole('textbox', { name: '您的答案' }), '先 道歉');
    expect(given()).toEqual(['先 道歉']);
    expect(screen.getByText('3 字')).toBeVisible();
  });

  it('shows the drawn values and the case above its part', async () => {
    await renderPage(
      <QuestionInput face={{ ...bareFace, type: 'calculation', stem: '本月用电{{kwh}}千瓦时，电费[[1]]。', blanks: [{ kind: 'number', unit: '元' }] }} caseFace={{ stem: '某户为居民用户。', media: [] }} values={{ kwh: 236 }} choice={[]} onChange={() => {}} disabled />,
    );
    expect(screen.getByText('236')).toBeVisible();
    expect(screen.getByText('某户为居民用户。')).toBeVisible();
    expect(screen.getByRole('textbox')).toBeDisabled();
  });
});

describe('the parts of an answer', () => {
  it('are moved without losing or doubling any', () => {
    const order = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(order, fc.integer({ min: -2, max: 9 }), fc.integer({ min: -2, max: 9 }), (keys, from, to) => {
      expect([...moved(keys, from, to)].sort()).toEqual([...keys].sort());
    }));
  });

  it('keep their places when one of them is filled', () => {
    expect(placed(['a', '', 'c'], 3, 1, 'b')).toEqual(['a', 'b', 'c']);
    expect(placed([], 3, 2, '')).toEqual([]);
  });
});

describe('a stem', () => {
  it('knows paragraphs, bullets, tables and bold, and takes markup as text', () => {
    const blocks = stemBlocks('先看**表**：\n| 档 | 价 |\n|---|---|\n| 一 | 0.5 |\n\n- <b>甲</b>\n- 乙');
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'list']);
    expect(blocks[2]).toMatchObject({ items: [[{ kind: 'text', text: '<b>甲</b>' }], [{ text: '乙' }]] });
  });
});
