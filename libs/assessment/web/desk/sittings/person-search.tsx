import { SearchSelect } from '@skillhall/ui/desk';
import type { PeopleToAdmitQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import { findPeopleQuery } from './plan-documents.js';
import styles from './sittings.module.css';

export type FoundPerson = PeopleToAdmitQuery['people']['nodes'][number];

/** Finds somebody in reach by name or staff number. */
export function PersonSearch({ id, label, onChoose }: { readonly id?: string; readonly label: string; readonly onChoose: (person: FoundPerson) => void }): ReactNode {
  const t = usePhrases(phrases);
  const [asked, setAsked] = useState('');
  const found = useQuery(findPeopleQuery, asked ? { search: asked } : null);
  const people = asked ? (found.data?.people.nodes ?? []) : [];
  return (
    <SearchSelect
      id={id}
      label={label}
      className={styles['person']}
      options={people.map((person) => ({ value: person.id, label: `${person.name} ${person.staffNumber}（${person.unit.name}）` }))}
      loading={found.loading}
      hint={t('searchHint')}
      none={t('nobodyFound')}
      onAsk={setAsked}
      onChoose={(chosen) => onChoose(people.find((one) => one.id === chosen)!)}
    />
  );
}
