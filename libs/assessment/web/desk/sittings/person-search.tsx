import type { PeopleToAdmitQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import { findPeopleQuery } from './plan-documents.js';
import styles from './sittings.module.css';

export type FoundPerson = PeopleToAdmitQuery['people']['nodes'][number];

/** Finds somebody in reach by name or staff number. */
export function PersonSearch({ id, label, onChoose }: { readonly id?: string; readonly label: string; readonly onChoose: (person: FoundPerson) => void }): ReactNode {
  const t = usePhrases(phrases);
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const found = useQuery(findPeopleQuery, asked ? { search: asked } : null);
  const people = asked ? (found.data?.people.nodes ?? []) : [];
  return (
    <Select
      {...(id !== undefined && { id })}
      className={styles['person'] ?? ''}
      aria-label={label}
      placeholder={label}
      value={null}
      showSearch={{ filterOption: false, onSearch: setSearch, searchValue: search }}
      loading={found.loading}
      notFoundContent={t(asked && !found.loading ? 'nobodyFound' : 'searchHint')}
      options={people.map((person) => ({ value: person.id, label: `${person.name} ${person.staffNumber}（${person.unit.name}）` }))}
      onSelect={(chosen: string | null) => {
        const person = people.find((one) => one.id === chosen);
        setSearch('');
        if (person) onChoose(person);
      }}
    />
  );
}
