import { createContext, useCallback, useContext, useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PlaceFragment } from '../gql/index.js';
import { graphql, useQuery, type QueryState } from '../graphql/index.js';
import { useViewer } from '../session/index.js';
import { createStore, readStored, useStore, writeStored } from '../store/index.js';

graphql(`
  fragment Place on Unit {
    id
    code
    name
    type
  }
`);

const topsQuery = graphql(`
  query MyUnits {
    myUnits {
      ...Place
    }
  }
`);

const placeQuery = graphql(`
  query UnitPlace($id: ID!) {
    unit(id: $id) {
      ...Place
      ancestors {
        ...Place
      }
      children {
        ...Place
      }
    }
  }
`);

export type Place = PlaceFragment;

export interface UnitChoice {
  /** The unit whose figures and people the desk shows. */
  readonly unit: Place;
  /** From the viewer's top down to the unit's parent. */
  readonly ancestors: readonly Place[];
  readonly children: readonly Place[];
  readonly choose: (id: string) => void;
}

const chosen = createStore<{ accountId: string; id: string } | undefined>(undefined);

interface ChosenId {
  readonly id: string | undefined;
  readonly choose: (id: string) => void;
  /** Only for a unit that is there: a mistake in an address must not come back every day. */
  readonly remember: (id: string) => void;
}

/** The unit of the address, else the one remembered, else the viewer's first. */
function useChosenId(): ChosenId {
  const { accountId } = useViewer();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('unit') || undefined;
  const now = useStore(chosen);
  const remembered = now?.accountId === accountId ? now.id : readStored(`unit.${accountId}`);
  const id = asked ?? remembered;
  const choose = useCallback(
    (next: string) => {
      writeStored(`unit.${accountId}`, next);
      chosen.set({ accountId, id: next });
      setSearch((before) => {
        const after = new URLSearchParams(before);
        after.set('unit', next);
        after.delete('offset');
        after.delete('open');
        return after;
      });
    },
    [accountId, setSearch],
  );
  const remember = useCallback(
    (found: string) => {
      if (found === remembered) return;
      writeStored(`unit.${accountId}`, found);
      chosen.set({ accountId, id: found });
    },
    [remembered, accountId],
  );
  return { id, choose, remember };
}

export type UnitState = Pick<QueryState<unknown>, 'failure' | 'refetch'> & {
  readonly data: UnitChoice | undefined;
  /** There is no unit that this person may look at. */
  readonly none: boolean;
};

/** Finds the unit; one that is gone or outside the viewer's reach gives way to the viewer's own. */
export function useUnitChoice(): UnitState {
  const { id, choose, remember } = useChosenId();
  const tops = useQuery(topsQuery, {});
  const first = tops.data?.myUnits[0];
  const place = useQuery(placeQuery, id === undefined ? null : { id });
  const fallback = useQuery(placeQuery, first ? { id: first.id } : null);
  const gone = id === undefined || place.data?.unit === null;
  const found = (gone ? fallback : place).data?.unit;
  const data = useMemo(() => {
    if (!found) return undefined;
    const reach = new Set(tops.data?.myUnits.map((top) => top.id));
    const start = found.ancestors.findIndex((ancestor) => reach.has(ancestor.id));
    return { unit: found, ancestors: start < 0 ? [] : found.ancestors.slice(start), children: found.children, choose };
  }, [found, tops.data, choose]);
  const there = place.data?.unit?.id;
  useEffect(() => {
    if (there !== undefined && there === id) remember(there);
  }, [there, id, remember]);
  const failure = tops.failure ?? (gone ? fallback : place).failure;
  return { data, failure, refetch: async () => void (await Promise.all([tops.refetch(), place.refetch()])), none: tops.data?.myUnits.length === 0 };
}

export const UnitContext = createContext<UnitState | undefined>(undefined);

export function useUnitState(): UnitState {
  const state = useContext(UnitContext);
  if (!state) throw new Error('units are known inside the desk');
  return state;
}

/** The unit of the switcher; on every desk page that `UnitNeeded` stands around. */
export function useUnit(): UnitChoice {
  const { data } = useUnitState();
  if (!data) throw new Error('useUnit works inside UnitNeeded');
  return data;
}
