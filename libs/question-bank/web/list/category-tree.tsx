import { Menu } from '@skillhall/ui/desk';
import { usePhrases } from '@skillhall/ui/i18n';
import { useState, type ReactNode } from 'react';
import { categoryPhrases } from './category-phrases.js';
import { CategoryDialog, type CategoryDeed } from './category-dialog.js';
import type { CategoryNode, CategoryTree as Tree } from './categories.js';
import styles from './category-tree.module.css';

interface TreeProps {
  readonly trees: readonly Tree[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  /** The unit that gets a new tree, if the reader may make one there. */
  readonly home: { readonly id: string; readonly name: string } | undefined;
}

const deeds = ['add', 'rename', 'move', 'merge', 'remove'] as const;

function Node({ node, chosen, onChoose, onDeed }: { readonly node: CategoryNode; readonly chosen: string | undefined; readonly onChoose: (id: string) => void; readonly onDeed: (deed: CategoryDeed) => void }): ReactNode {
  const t = usePhrases(categoryPhrases);
  const { category, children, total } = node;
  return (
    <li>
      <div className={styles['row']} data-chosen={chosen === category.id || undefined}>
        <button type="button" className={styles['name']} aria-current={chosen === category.id || undefined} onClick={() => onChoose(category.id)}>
          <span>{category.name}</span>
          <span className={styles['count']}>{total}</span>
        </button>
        {category.manageable && (
          <Menu
            items={deeds.map((kind) => ({ key: kind, label: t(kind), danger: kind === 'remove' }))}
            onChoose={(kind) => onDeed({ kind, category, unit: category.unit ?? undefined })}
            trigger={(props) => (
              <button type="button" className={styles['more']} aria-label={t('manage', { name: category.name })} {...props}>
                ⋯
              </button>
            )}
          />
        )}
      </div>
      {children.length > 0 && (
        <ul className={styles['below']}>
          {children.map((child) => (
            <Node key={child.category.id} node={child} chosen={chosen} onChoose={onChoose} onDeed={onDeed} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The trees of categories beside the list: choosing one filters, the menu of each changes it. */
export function CategoryTree({ trees, chosen, onChoose, home }: TreeProps): ReactNode {
  const t = usePhrases(categoryPhrases);
  const [deed, setDeed] = useState<CategoryDeed>();
  const row = (id: string | undefined, text: string): ReactNode => (
    <div className={styles['row']} data-chosen={chosen === id || undefined}>
      <button type="button" className={styles['name']} aria-current={chosen === id || undefined} onClick={() => onChoose(id)}>
        {text}
      </button>
    </div>
  );
  return (
    <nav className={styles['tree']} aria-label={t('title')}>
      {row(undefined, t('all'))}
      {trees.map(({ unit, roots }) => (
        <section key={unit?.id ?? ''}>
          {trees.length > 1 && unit && <h2 className={styles['unit']}>{unit.name}</h2>}
          <ul>
            {roots.map((node) => (
              <Node key={node.category.id} node={node} chosen={chosen} onChoose={onChoose} onDeed={setDeed} />
            ))}
          </ul>
        </section>
      ))}
      {trees.length > 0 && row('none', t('none'))}
      {home && (
        <button type="button" className={styles['add']} onClick={() => setDeed({ kind: 'create', unit: home })}>
          {t('create')}
        </button>
      )}
      {deed && <CategoryDialog deed={deed} trees={trees} onClose={() => setDeed(undefined)} onGone={() => deed.category?.id === chosen && onChoose(undefined)} />}
    </nav>
  );
}
