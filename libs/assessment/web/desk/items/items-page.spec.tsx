import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ItemsPage } from './items-page.js';
import { scatterOption } from './scatter-option.js';
import { alphaMeaning } from './test-figures.js';

const item = (code: string, changes: Record<string, unknown> = {}) => ({
  ...{ versionId: code, questionId: `bank-${code}`, code, type: 'single', stem: `${code}的题干`, maximum: 2, attempts: 40, facility: 0.6, discriminationIndex: 40, discriminativeEfficiency: 60, upperLower: 0.5, omitted: 0 },
  options: [
    { option: 'A', text: '对的', key: true, share: 0.6, upperShare: 0.9, lowerShare: 0.3 },
    { option: 'B', text: '错的', key: false, share: 0.4, upperShare: 0.1, lowerShare: 0.7 },
  ],
  flags: [],
  ...changes,
});
const weak = item('W-1', { facility: 0.98, flags: [{ reason: 'too-easy', sentence: '太容易：得分率 98%，达到 95%' }] });
const test = { attempts: 40, items: 2, maximum: 4, mean: 2.9, median: 3, standardDeviation: 0.8, skewness: -0.9, kurtosis: 0, cronbachAlpha: 0.83, errorRatio: 41, standardError: 0.3 };
const report = (changes: Record<string, unknown> = {}) => ({ itemAnalysis: { examId: 'e1', title: '上岗考试', at: '2026-11-25T01:00:00Z', test, items: [item('G-1'), weak], ...changes } });
const open = async (answer: object) => {
  const server = fakeServer({ ItemAnalysis: answer, AnalyseExam: { analyseExam: { __typename: 'AnalyseExamSuccess', asked: true } } });
  await renderPage(<ItemsPage />, { path: '/desk/items/e1', pattern: '/desk/items/:examId' });
  return server;
};

describe('the page of an analysis', () => {
  it('names what deserves a look first, with the reason and the way to the bank; the others on demand', async () => {
    await open(report());
    expect(await screen.findByText('1 / 2 道题需要检查')).toBeTruthy();
    expect(screen.getByText('太容易：得分率 98%，达到 95%')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'W-1' }).getAttribute('href')).toBe('/desk/questions?open=bank-W-1');
    expect(screen.queryByText('G-1的题干')).toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: '只看需要检查的' }));
    expect(screen.getByText('G-1的题干')).toBeTruthy();
    expect(screen.getAllByRole('img', { name: 'B：40% 的人选，高分组 10%，低分组 70%' })).toHaveLength(2);
  });

  it('claims nothing of questions that too few were asked', async () => {
    await open(report({ items: [weak, item('F-1', { attempts: 9, discriminationIndex: -30, flags: [{ reason: 'too-few-attempts', sentence: '只有 9 份' }, { reason: 'negative-discrimination', sentence: '区分度为负' }] })] }));
    expect(await screen.findByText('1 道题有 30 人以上作答，其中 1 道需要检查；另外 1 道作答的人太少，不下结论')).toBeTruthy();
    expect(screen.queryByText('F-1的题干')).toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: '只看需要检查的' }));
    const marked = (stem: string) => screen.getByText(stem).closest('li')!.hasAttribute('data-weak');
    expect([marked('W-1的题干'), marked('F-1的题干')]).toEqual([true, false]);
  });

  it('says plainly that it can say nothing where no question was asked of enough', async () => {
    await open(report({ items: [item('F-1', { attempts: 9, flags: [{ reason: 'too-few-attempts', sentence: '只有 9 份' }] })] }));
    expect(await screen.findByText('1 道题作答的人都不到 30，暂不下结论')).toBeTruthy();
  });

  it('says what each figure of the paper means', async () => {
    await open(report());
    expect(await screen.findByText('各题测的是同一件事，成绩可以信赖。')).toBeTruthy();
    expect(screen.getByText('多数人得分偏高，少数人拖得很低。')).toBeTruthy();
    expect([alphaMeaning(null), alphaMeaning(0.75), alphaMeaning(0.2)]).toEqual(['alphaNone', 'alpha-fair', 'alpha-poor']);
  });

  it('offers to analyse where there is nothing yet', async () => {
    const server = await open(report({ at: null, test: null, items: [] }));
    await userEvent.click(await screen.findByRole('button', { name: '现在分析' }));
    expect(server.asked.find(({ name }) => name === 'AnalyseExam')!.variables).toEqual({ examId: 'e1' });
  });
});

describe('the picture', () => {
  it('puts each question where its figures are, the weak ones by name', () => {
    const palette = { ink: '', inkSoft: '', line: '', surface: '', brand: 'b', brandSoft: '', warn: '', bad: 'r', good: '' };
    const words = { facility: 'f', discrimination: 'd', weak: 'w', fine: 'o', few: 'h', share: String };
    const [fine, few, named] = scatterOption([{ code: 'G', facility: 0.6, discrimination: 40, standing: 'fine' }, { code: 'H', facility: 0.5, discrimination: -40, standing: 'few' }, { code: 'W', facility: 0.98, discrimination: 5, standing: 'weak' }], words, palette).series as { data: unknown; label?: { show: boolean } }[];
    expect([fine!.data, few!.data, named!.data]).toEqual([[{ name: 'G', value: [0.6, 40] }], [{ name: 'H', value: [0.5, -40] }], [{ name: 'W', value: [0.98, 5] }]]);
    expect([fine!.label, named!.label!.show]).toEqual([undefined, true]);
  });
});
