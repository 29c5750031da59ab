import { forgetTyped, forgetTypedOf, noteTyped, typedOf } from './typing-journal.js';

const typed = (questionId: string, text: string, at: number, accountId = 'me') => ({ accountId, attemptId: 'attempt', questionId, choice: [text], at });

afterEach(() => ['me', 'you'].forEach(forgetTypedOf));

describe('texts left under the pen', () => {
  it('are kept in one stroke, the latest of each question, for their owner alone', () => {
    noteTyped([typed('q1', '先', 1), typed('q2', '甲', 1), typed('q1', '别人', 1, 'you')].slice(0, 2));
    noteTyped([typed('q1', '先道歉', 2)]);
    expect(typedOf('me', 'attempt').map(({ questionId, choice }) => [questionId, choice[0]])).toEqual([['q2', '甲'], ['q1', '先道歉']]);
    expect(typedOf('you', 'attempt')).toEqual([]);
  });

  it('go once they are kept elsewhere, but not one that was noted later', () => {
    noteTyped([typed('q1', '先道歉', 2)]);
    forgetTyped(typed('q1', '先', 1));
    expect(typedOf('me', 'attempt')).toHaveLength(1);
    forgetTyped(typed('q1', '先道歉', 2));
    expect(typedOf('me', 'attempt')).toEqual([]);
  });
});
