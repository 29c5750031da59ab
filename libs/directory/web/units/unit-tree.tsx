import { useUnit } from '@skillhall/ui/desk';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded, Skeleton } from '@skillhall/ui/page';
import { Input } from 'antd';
import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import { UnitNode, type TreeState } from './unit-branch.js';
import styles from './units.module.css';

const topsQuery = graphql(`
  query UnitTops {
    myUnits {
      ...TreeUnit
    }
  }
`);

const searchQuery = graphql(`
  query SearchUnits($search: String!, $limit: Int) {
    units(filter: { search: $search }, limit: $limit) {
      totalCount
      nodes {
        id
        code
        name
        type
        parent {
          name
        }
      }
    }
  }
`);

const shown = 50;

function Found({ search, chosen, onChoose }: { readonly search: string; readonly chosen: string; readonly onChoose: (id: string) => void }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const query = useQuery(searchQuery, { search, limit: shown });
  return (
    <Loaded query={query}>
      {({ units: { nodes, totalCount } }) => (
        <>
          <p className={styles['nothing']} role="status">
            {totalCount === 0 ? t('notFound', { text: search })
            : totalCount > shown ? t('foundFirst', { n: format.count(totalCount), shown })
            : t('found', { n: totalCount })}
          </p>
          <ul>
            {nodes.map(({ id, name, code, parent }) => (
              <li key={id}>
                <button type="button" className={styles['hit']} aria-current={id === chosen || undefined} onClick={() => onChoose(id)}>
                  <span>{name}</span>
                  <small>{[parent?.name, code].filter(Boolean).join(' · ')}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

/** The organisation as a tree that loads as it is opened, and a search over all of it. */
export function UnitTree(): ReactNode {
  const { unit, ancestors, choose } = useUnit();
  const t = usePhrases(phrases);
  const tops = useQuery(topsQuery, {});
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const way = [...ancestors.map(({ id }) => id), unit.id].join(' ');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  // The way down to the chosen unit opens by itself, and the unit with it.
  useEffect(() => setOpen((before) => new Set([...before, ...way.split(' ').filter(Boolean)])), [way]);
  const tree = useMemo<TreeState>(
    () => ({
      open,
      chosen: unit.id,
      choose,
      toggle: (id) => setOpen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]))),
    }),
    [open, unit.id, choose],
  );
  return (
    <div className={styles['tree']}>
      <Input
        type="search"
        allowClear
        data-search-key
        value={text}
        placeholder={t('search')}
        aria-label={t('search')}
        onChange={(event) => setText(event.target.value)}
      />
      {search !== '' ? (
        <Found search={search} chosen={unit.id} onChoose={choose} />
      ) : (
        <Loaded query={tops} skeleton={<Skeleton lines={8} />}>
          {({ myUnits }) => (
            <ul role="tree" aria-label={t('tree')}>
              {myUnits.map((top) => (
                <UnitNode key={top.id} unit={top} level={1} tree={tree} />
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </div>
  );
}
