import { useUnit } from '@skillhall/ui/desk';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Choice } from '@skillhall/ui/pieces';
import { Form, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { phrases } from './phrases.js';
import { hallsQuery } from './training-documents.js';

/** All halls of the unit at which the desk stands, or some of them, found by name. */
export function HallChoice({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (unitIds: readonly string[]) => void }): ReactNode {
  const t = usePhrases(phrases);
  const { unit } = useUnit();
  const id = useId();
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<readonly { value: string; label: string }[]>([]);
  const all = value.length === 1 && value[0] === unit.id;
  const found = useQuery(hallsQuery, all ? null : { filter: { underId: unit.id, type: 'hall', search } });
  const options = (found.data?.units.nodes ?? []).map((hall) => ({ value: hall.id, label: hall.name }));
  return (
    <Form.Item>
      <Choice
        label={t('halls')}
        value={all ? 'all' : 'some'}
        onChange={(which) => onChange(which === 'all' ? [unit.id] : picked.map((hall) => hall.value))}
        options={[
          { value: 'all', text: t('hallsAll', { unit: unit.name }) },
          { value: 'some', text: t('hallsPick') },
        ]}
      />
      {!all && (
        <Select
          id={`${id}-halls`}
          mode="multiple"
          aria-label={t('hallsPick')}
          placeholder={t('hallsPlaceholder')}
          labelInValue
          value={[...picked]}
          options={options}
          showSearch={{ filterOption: false, onSearch: setSearch }}
          onChange={(chosen: { value: string; label: string }[]) => {
            setPicked(chosen);
            onChange(chosen.map((hall) => hall.value));
          }}
        />
      )}
    </Form.Item>
  );
}
