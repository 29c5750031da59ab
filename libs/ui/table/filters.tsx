import { Input, Select } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { usePhrases } from '../i18n/index.js';
import { phrases } from './phrases.js';
import styles from './table.module.css';
import type { TableState } from './table-state.js';

interface FilterProps<Name extends string> {
  readonly table: TableState<Name>;
  readonly name: Name;
  readonly label: string;
}

const settleMs = 300;

/** Free text; asks the server when the typing pauses. `/` puts the cursor here. */
export function SearchFilter<Name extends string>({ table, name, label }: FilterProps<Name>): ReactNode {
  const set = table.filters[name] ?? '';
  const [text, setText] = useState(set);
  const typed = useRef(set);
  useEffect(() => {
    // The address changed by other means: a link, "clear filters", the back button.
    if (set !== typed.current) {
      typed.current = set;
      setText(set);
    }
  }, [set]);
  const { setFilter } = table;
  useEffect(() => {
    if (text.trim() === typed.current) return undefined;
    const timer = setTimeout(() => {
      typed.current = text.trim();
      setFilter(name, text.trim());
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text, name, setFilter]);
  return (
    <Input
      className={styles['searchBox']!}
      type="search"
      allowClear
      data-search-key
      value={text}
      placeholder={label}
      aria-label={label}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

interface SelectFilterProps<Name extends string> extends FilterProps<Name> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly wide?: boolean;
}

export function SelectFilter<Name extends string>({ table, name, label, options, wide }: SelectFilterProps<Name>): ReactNode {
  return (
    <Select
      className={styles[wide ? 'selectWide' : 'select']!}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={table.filters[name] ?? null}
      options={[...options]}
      placeholder={label}
      aria-label={label}
      onChange={(value: string | null) => table.setFilter(name, value ?? undefined)}
    />
  );
}

/** The row of filters above a table. */
export function Filters<Name extends string>({ table, children }: { readonly table: TableState<Name>; readonly children: ReactNode }): ReactNode {
  const t = usePhrases(phrases);
  return (
    <div className={styles['filters']} role="search">
      {children}
      {table.filtered && (
        <button type="button" className={styles['clear']} onClick={table.clearFilters}>
          {t('clearFilters')}
        </button>
      )}
    </div>
  );
}
