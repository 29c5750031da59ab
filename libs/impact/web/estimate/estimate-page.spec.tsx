import { fakeServer, renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import { EstimatePage } from './estimate-page.js';

const estimate = {
  rateRatio: null,
  low: null,
  high: null,
  halls: 16,
  trainedHalls: 0,
  months: 36,
  complaints: 812,
  beforeRate: null,
  afterRate: null,
  sentence: '还不能说这门课有没有影响。',
  cannotExclude: [],
  reason: '没有受训的营业厅。',
};
const courses = { PublishedCourseNames: { courses: { nodes: [{ id: 'c1', name: '一次性告知' }] } } };
const viewer = { permissions: ['impact.read', 'learning-record.read'] };

describe('the estimate of a course', () => {
  it('says why there is no number instead of drawing one', async () => {
    fakeServer({ ...courses, Estimate: { simpleEstimate: estimate } });
    await renderPage(<EstimatePage />, { path: '/desk/estimates?course=c1', viewer });
    expect(await screen.findByText('没有受训的营业厅。')).toBeVisible();
    expect(screen.queryByRole('img', { name: /95%/ })).toBeNull();
  });

  it('draws the interval and lists what it cannot exclude', async () => {
    const known = { ...estimate, rateRatio: 0.88, low: 0.71, high: 1.09, cannotExclude: ['可能只是自然回落。'], reason: null };
    fakeServer({ ...courses, Estimate: { simpleEstimate: known } });
    await renderPage(<EstimatePage />, { path: '/desk/estimates?course=c1', viewer });
    expect(await screen.findByText('可能只是自然回落。')).toBeVisible();
    expect(screen.getByRole('img', { name: /0\.88 倍，95% 区间 0\.71 到 1\.09/ })).toBeVisible();
  });

  it('asks nothing before a course is chosen', async () => {
    const server = fakeServer(courses);
    await renderPage(<EstimatePage />, { path: '/desk/estimates', viewer });
    expect(await screen.findByText('先选一门课程')).toBeVisible();
    expect(server.asked.some(({ name }) => name === 'Estimate')).toBe(false);
  });
});
