import { reclassified, stateOfReclassified } from './reclassify.js';
import { bareFace, type QuestionContent } from './question.js';

const content: QuestionContent = {
  ...bareFace,
  ...{ type: 'shortAnswer', stem: '说明首问负责。', key: { kind: 'rubric', criteria: [{ id: 'a', text: '要点', share: 1 }], modelAnswer: null } },
  ...{ explanation: null, track: 'ethics', competency: 'ETH-4', difficulty: 2, clause: null, parts: [] },
};

describe('a question that comes to belong elsewhere', () => {
  it('takes the track of its competency and says the same', () => {
    expect(reclassified(content, { competency: 'LAW-1' })).toEqual({ ...content, competency: 'LAW-1', track: 'law' });
    expect(reclassified(content, { difficulty: 5 })).toEqual({ ...content, difficulty: 5 });
  });

  it('stays in use without another review, and is not brought back from retirement', () => {
    expect([stateOfReclassified('live'), stateOfReclassified('draft'), stateOfReclassified('reviewed'), stateOfReclassified('retired')]).toEqual(['live', 'draft', 'inReview', undefined]);
  });
});
