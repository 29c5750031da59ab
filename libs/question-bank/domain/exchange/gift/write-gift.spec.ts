import { exchangeQuestion } from '../exchange-question.js';
import { comesBack } from '../testing/comes-back.js';
import { readGift } from './read-gift.js';
import { writeGift } from './write-gift.js';

describe('questions written in GIFT', () => {
  it('come back as they were where nothing is said to be lost', () => comesBack(writeGift, readGift));

  it('keep titles, categories, feedback and weights', () => {
    const questions = [
      exchangeQuestion('single', 0, '甲', { name: '题：一', category: '营业/抄表', options: [{ text: '一', credit: 1, feedback: '对#' }, { text: '%50%二', credit: 0.3333333 }] }),
      exchangeQuestion('trueFalse', 0, '乙', { options: [{ text: '正确', credit: 0 }, { text: '错误', credit: 1, feedback: '好' }] }),
    ];
    const { text, losses } = writeGift(questions);
    const back = readGift(text);
    expect([losses, back.problems, back.questions.map((question) => ({ ...question, line: 0 }))]).toEqual([[], [], questions]);
  });

  it('say what is lost of them', () => {
    const { losses, text } = writeGift([
      exchangeQuestion('ordering', 3, '甲', { number: 'A', items: ['一', '二'] }),
      exchangeQuestion('case', 5, '乙', { parts: [exchangeQuestion('fillIn', 6, '____和____', { answers: [{ blank: 1, text: '一', credit: 1 }, { blank: 2, text: '二', credit: 1 }] })] }),
      exchangeQuestion('multiple', 9, '丙', { media: [{ name: 'a.png', description: null }], options: [{ text: '一', credit: 0.5 }, { text: '二', credit: 0.5 }] }),
    ]);
    expect(losses.map(({ number, line, code }) => [number, line, code])).toEqual([['A', 3, 'not-written'], ['2', 5, 'case-divided'], ['2', 5, 'not-written'], ['3', 9, 'rule'], ['3', 9, 'media']]);
    expect(text).toBe('[markdown]丙{\n\t~%50%一\n\t~%50%二\n}\n\n');
  });
});
