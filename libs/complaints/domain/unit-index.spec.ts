import { ratePer10k } from './rate.js';
import { orderContent } from './fingerprint.js';
import { UnitIndex } from './unit-index.js';

const unit = (id: string, code: string, name: string, parentId: string | null = null) => ({ id, code, name, parentId });

describe('finding units as exports name them', () => {
  const units = new UnitIndex([
    unit('1', 'C1', '临江市供电公司'),
    unit('2', 'C1-X1', '江北县供电公司', '1'),
    unit('3', 'C1-X2', '江南区供电公司', '1'),
    unit('4', 'Y1', '东湖营业厅', '2'),
    unit('5', 'Y2', '城关营业厅', '2'),
    unit('6', 'Y3', '城关营业厅', '3'),
    unit('7', '东湖营业厅二号', 'Y1', '3'),
  ]);
  const idOf = (text: string): string | undefined => units.find(text).found?.id;

  it('takes codes and names, with blanks and width as people type them', () => {
    expect(['Y1', ' y1 ', 'Ｃ１－Ｘ１', '东湖营业厅', ' 东 湖营业厅\u3000'].map(idOf)).toEqual(['4', '4', '2', '4', '4']);
  });

  it('takes a name with the units above in front, which tells namesakes apart', () => {
    expect(['江南区供电公司城关营业厅', '临江市供电公司/江北县供电公司/城关营业厅', '江北县供电公司-东湖营业厅'].map(idOf)).toEqual(['6', '5', '4']);
  });

  it('never guesses between namesakes', () => {
    expect(units.find('城关营业厅')).toEqual({ found: null, ambiguous: true });
    expect(units.find('不存在营业厅')).toEqual({ found: null, ambiguous: false });
    expect(units.find('')).toEqual({ found: null, ambiguous: false });
  });
});

describe('the complaint rate', () => {
  it('is per 10,000 transactions and never divides by nothing', () => {
    expect(ratePer10k(3, 15_000)).toBe(2);
    expect(ratePer10k(1, 30_000)).toBe(0.3333);
    expect(ratePer10k(0, 100)).toBe(0);
    expect([ratePer10k(3, 0), ratePer10k(3, null)]).toEqual([null, null]);
  });
});

describe('the content of a work order', () => {
  it('compares equal apart from white space, and keeps its parts apart', () => {
    expect(orderContent(['态度 生硬。\r\n电话', true, null])).toBe(orderContent(['态度生硬。\n电话 ', true, null]));
    expect(orderContent(['ab', 'c'])).not.toBe(orderContent(['a', 'bc']));
    expect(orderContent([null])).not.toBe(orderContent([false]));
  });
});
