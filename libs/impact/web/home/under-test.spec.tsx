import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import { UnderTest } from './under-test.js';

const study = (id: string, changes: object) => ({ id, title: id, state: 'locked', declaredAt: '2026-11-01T00:00:00Z', course: null, unit: { id: 'u', name: 'u' }, latest: null, runs: [], ...changes });
const waits = (moreMonths: number | null) => ({ latest: { id: 'r', number: 1, report: { verdict: 'cannotSayYet', headline: '', moreMonths } } });

describe('the training under test', () => {
  it('says for each when an answer will be possible', async () => {
    fakeServer({ Studies: { studies: { totalCount: 4, nodes: [study('甲', waits(4)), study('乙', waits(null)), study('丙', { state: 'declared' }), study('丁', { state: 'replaced' })] } } });
    await renderPage(<UnderTest />);
    expect(await screen.findByText('还不能下结论 · 约再等 4 个月可以有答案')).toBeVisible();
    expect(screen.getByText('还不能下结论 · 光等没有用，需要更多营业厅')).toBeVisible();
    expect(screen.getByText('方案还没有锁定')).toBeVisible();
    expect(screen.queryByText('丁')).toBeNull();
  });
});
