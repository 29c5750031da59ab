import type { HallMonthCellFragment } from '@skillhall/ui/gql';
import { graphql, request, type RequestFailure } from '@skillhall/ui/graphql';
import { useCallback, useEffect, useRef, useState } from 'react';

graphql(`
  fragment HallMonthCell on HallMonth {
    unit {
      id
      name
    }
    month
    transactions
    counterComplaints
    ratePer10k
  }
`);

const hallMonthsQuery = graphql(`
  query HallMonths($unitId: ID!, $from: CivilMonth, $until: CivilMonth, $offset: Int, $limit: Int) {
    hallMonths(unitId: $unitId, from: $from, until: $until, offset: $offset, limit: $limit) {
      totalCount
      nodes {
        ...HallMonthCell
      }
    }
  }
`);

const pageSize = 200;

async function readAll(unitId: string, from: string, until: string): Promise<readonly HallMonthCellFragment[]> {
  const rows: HallMonthCellFragment[] = [];
  for (;;) {
    const { hallMonths } = await request(hallMonthsQuery, { unitId, from, until, offset: rows.length, limit: pageSize });
    rows.push(...hallMonths.nodes);
    if (hallMonths.nodes.length === 0 || rows.length >= hallMonths.totalCount) return rows;
  }
}

interface AllHallMonths {
  readonly data: readonly HallMonthCellFragment[] | undefined;
  readonly failure: RequestFailure | undefined;
  readonly refetch: () => Promise<void>;
}

/** Every hall in every month of a short time, page by page. */
export function useHallMonths(unitId: string, from: string, until: string): AllHallMonths {
  const [state, setState] = useState<Pick<AllHallMonths, 'data' | 'failure'>>({ data: undefined, failure: undefined });
  const rounds = useRef({ latest: 0 }).current;
  const refetch = useCallback(async () => {
    const mine = ++rounds.latest;
    setState({ data: undefined, failure: undefined });
    const next = await readAll(unitId, from, until).then(
      (data) => ({ data, failure: undefined }),
      (failure: RequestFailure) => ({ data: undefined, failure }),
    );
    // Of several answers under way only the last one asked for counts.
    if (mine === rounds.latest) setState(next);
  }, [unitId, from, until, rounds]);
  useEffect(() => {
    void refetch();
    return () => void rounds.latest++;
  }, [refetch, rounds]);
  return { ...state, refetch };
}
