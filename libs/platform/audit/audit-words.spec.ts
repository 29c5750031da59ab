import { auditActions, auditFacts, auditWord, hasAuditWord, registerAuditWords } from './audit-words.js';

const landed = { 'zh-CN': '登月', 'zh-TW': '登月', en: 'landed on the moon' };

describe('the words of the audit log', () => {
  beforeAll(() => registerAuditWords({ actions: { 'moon.landed': landed }, details: { crew: { 'zh-CN': '人数', 'zh-TW': '人數', en: 'crew' } } }));

  it('are those of the language asked for, and the code where there are none', () => {
    expect(auditWord('actions', 'moon.landed', 'en')).toBe('landed on the moon');
    expect(auditWord('actions', 'moon.left', 'zh-CN')).toBe('moon.left');
    expect([hasAuditWord('actions', 'moon.landed'), hasAuditWord('actions', 'constructor')]).toEqual([true, false]);
    expect(auditActions()).toContain('moon.landed');
  });

  it('name what was noted down, and leave out what says nothing', () => {
    expect(auditFacts('{"crew":3,"note":"","left":null,"more":{"a":1}}', 'zh-CN')).toEqual([
      { key: 'crew', name: '人数', value: '3' },
      { key: 'more', name: 'more', value: '{"a":1}' },
    ]);
    expect(auditFacts('null', 'en')).toEqual([{ key: '', name: '', value: 'null' }]);
  });

  it('belong to one capability: the same deed is not declared twice', () => {
    expect(() => registerAuditWords({ actions: { 'moon.landed': landed } })).not.toThrow();
    expect(() => registerAuditWords({ actions: { 'moon.landed': { ...landed } } })).toThrow('moon.landed is declared twice');
  });
});
