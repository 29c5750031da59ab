import type { TreeUnitFragment } from '@skillhall/ui/gql';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Failed, Skeleton } from '@skillhall/ui/page';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { phrases } from './phrases.js';
import { moveInTree } from './tree-keys.js';
import styles from './units.module.css';

graphql(`
  fragment TreeUnit on Unit {
    id
    name
    type
    closedOn
    peopleCount
  }
`);

const branchQuery = graphql(`
  query UnitBranch($id: ID!) {
    unit(id: $id) {
      id
      children {
        ...TreeUnit
      }
    }
  }
`);

/** What the whole tree shares: which units are open, which is chosen. */
export interface TreeState {
  readonly open: ReadonlySet<string>;
  readonly chosen: string;
  readonly toggle: (id: string) => void;
  readonly choose: (id: string) => void;
}

interface NodeProps {
  readonly unit: TreeUnitFragment;
  readonly level: number;
  readonly tree: TreeState;
}

function Children({ id, level, tree }: { readonly id: string; readonly level: number; readonly tree: TreeState }): ReactNode {
  const query = useQuery(branchQuery, { id });
  const t = usePhrases(phrases);
  if (query.failure) return <Failed failure={query.failure} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={2} />;
  const children = query.data.unit?.children ?? [];
  if (children.length === 0) return <p className={styles['nothing']}>{t('noBranches')}</p>;
  return (
    <ul role="group">
      {children.map((child) => (
        <UnitNode key={child.id} unit={child} level={level + 1} tree={tree} />
      ))}
    </ul>
  );
}

/** One unit of the tree; a unit that can have units below it opens and folds. */
export function UnitNode({ unit, level, tree }: NodeProps): ReactNode {
  const t = usePhrases(phrases);
  const opens = unit.type !== 'hall' && unit.type !== 'department';
  const open = opens && tree.open.has(unit.id);
  const chosen = tree.chosen === unit.id;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const handled = moveInTree(event.key, event.currentTarget, {
      toggle: () => opens && tree.toggle(unit.id),
      choose: () => tree.choose(unit.id),
    });
    if (handled) event.preventDefault();
  };
  return (
    <li role="none">
      <div
        role="treeitem"
        aria-level={level}
        aria-selected={chosen}
        {...(opens && { 'aria-expanded': open })}
        tabIndex={chosen || level === 1 ? 0 : -1}
        className={styles['row']}
        data-chosen={chosen || undefined}
        style={{ '--level': level } as CSSProperties}
        onKeyDown={onKeyDown}
        onClick={() => tree.choose(unit.id)}
      >
        {opens ? (
          <span
            className={styles['fold']}
            data-open={open || undefined}
            onClick={(event) => {
              event.stopPropagation();
              tree.toggle(unit.id);
            }}
            aria-hidden
          >
            ▸
          </span>
        ) : (
          <span className={styles['leaf']} aria-hidden />
        )}
        <span className={styles['name']} data-closed={unit.closedOn !== null || undefined}>
          {unit.name}
        </span>{' '}
        <span className={styles['number']}>
          {unit.peopleCount}
          <span className="visually-hidden"> {t('people')}</span>
        </span>
      </div>
      {open && <Children id={unit.id} level={level} tree={tree} />}
    </li>
  );
}
