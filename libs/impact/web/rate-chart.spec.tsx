import { renderPage } from '@skillhall/ui/testing';
import { screen } from '@testing-library/react';
import { RateChart } from './rate-chart.js';

const month = (name: string) => ({ month: name, transactions: 40_000, complaints: 9, counterComplaints: 8, ratePer10k: 2, coverage: 0.5 });

describe('the chart of the rate', () => {
  it('says in words what its marks are, for who cannot see the picture and where words would not fit into it', async () => {
    await renderPage(<RateChart months={[month('2025-01'), month('2025-02')]} limits={[null, null]} marks={[{ month: '2025-02', text: '口径变化：新版分类' }, { month: '2020-01', text: '早先' }]} />);
    expect(await screen.findByText(/① 2025年2月，口径变化：新版分类。/)).toBeVisible();
    expect(screen.queryByText(/早先/)).toBeNull();
  });
});
