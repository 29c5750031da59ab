import { inputOf, localOf, momentOf, newPlan, planOf } from './sitting-plan.js';

const hall = { id: 'hall', name: '东湖营业厅' };
const whole = { ...newPlan('exam', hall), title: ' 第一场 ', opens: '2026-11-25T09:00', closes: '2026-11-25T11:00', postIds: ['post'], invigilators: [{ id: 'p', name: '贺辉' }] };

describe('a sitting that is being planned', () => {
  it('is saved once it has an exam, a name and both times, and not before', () => {
    expect(inputOf(whole, 'unit')).toMatchObject({ id: null, title: '第一场', place: null, unitId: 'unit', admittedUnitIds: ['hall'], admittedPostIds: ['post'], invigilatorIds: ['p'], opensAt: new Date('2026-11-25T09:00').toISOString() });
    for (const part of [{ examId: undefined }, { title: ' ' }, { opens: '2026-11-25' + 'T' }, { closes: '' }]) expect(inputOf({ ...whole, ...part }, 'unit')).toBeUndefined();
  });

  it('is what the server holds, to the minute, when it is changed', () => {
    const input = inputOf({ ...whole, place: '三楼机房', late: 30 }, 'unit', { id: 's', version: 4 })!;
    const held = { ...input, admittedUnits: [hall], admittedPostIds: ['post'], invigilators: [{ id: 'p', name: '贺辉' }] } as unknown as Parameters<typeof planOf>[0];
    expect(inputOf(planOf(held), 'unit', { id: 's', version: 4 })).toEqual(input);
    expect(momentOf(localOf('2026-11-25T01:30:00.000Z'))).toBe('2026-11-25T01:30:00.000Z');
  });
});
