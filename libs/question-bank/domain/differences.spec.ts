import { differences, type Comparable } from './differences.js';
import { bareFace } from './question.js';

const content = (changes: Partial<Comparable> = {}): Comparable => ({
  ...bareFace,
  type: 'single',
  stem: '欠费多少日可以停电？',
  options: [{ key: 'A', text: '15日' }, { key: 'B', text: '30日' }],
  keyText: 'B',
  explanation: null,
  track: 'law',
  competency: 'LAW-2',
  difficulty: 2,
  clause: null,
  parts: [],
  ...changes,
});

describe('two versions of a question', () => {
  it('that say the same differ in nothing', () => {
    expect(differences(content(), content())).toEqual([]);
  });

  it('differ in what was changed, option by option', () => {
    const after = content({ options: [{ key: 'A', text: '15日' }, { key: 'B', text: '30日以上' }, { key: 'C', text: '60日' }], keyText: 'B', difficulty: 3 });
    expect(differences(content(), after)).toEqual([
      { field: 'option', at: 'B', before: '30日', after: '30日以上' },
      { field: 'option', at: 'C', before: '', after: '60日' },
      { field: 'difficulty', at: null, before: '2', after: '3' },
    ]);
  });

  it('tell of a part that was added, and of a key that may be seen', () => {
    const found = differences(content({ keyText: null }), content({ keyText: null, parts: [{ stem: '第一问', keyText: '30' }] }));
    expect(found).toEqual([{ field: 'part', at: '1', before: '', after: '第一问\n30' }]);
  });
});
