import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { forgetAll } from './cache.js';
import type { Document } from './document.js';
import { fakeServer } from '../testing/fake-server.js';
import { useQuery } from './use-query.js';

const query: Document<{ done: number }, { id: string }> = { source: 'query HowFar($id: ID!) { done }' };

function HowFar(): ReactNode {
  const { data } = useQuery(query, { id: 'a' }, { pollMs: ({ done }) => (done < 2 ? 1000 : undefined) });
  return <p>{data ? `${data.done} 份` : '…'}</p>;
}

describe('a query that polls', () => {
  beforeEach(() => {
    forgetAll();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('asks again while the answer says that there is more to come, and then no more', async () => {
    let done = 0;
    const server = fakeServer({ HowFar: () => ({ done: done++ }) });
    render(<HowFar />);
    for (const [afterMs, seen] of [[10, '0 份'], [1000, '1 份'], [1000, '2 份'], [5000, '2 份']] as const) {
      await act(() => jest.advanceTimersByTimeAsync(afterMs));
      expect(screen.getByText(seen)).toBeInTheDocument();
    }
    expect(server.asked).toHaveLength(3);
  });
});
