import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { usePhrases } from '../i18n/index.js';
import { Tag } from '../pieces/index.js';
import styles from './imports.module.css';
import { phrases } from './phrases.js';
import type { Mapping, Run } from './use-import.js';

interface MappingFormProps {
  readonly recognition: NonNullable<Run['recognition']>;
  readonly busy: boolean;
  readonly onMapped: (mapping: Mapping) => void;
}

/** Which column of the file holds what; what was recognised or suggested is filled in. */
export function MappingForm({ recognition, busy, onMapped }: MappingFormProps): ReactNode {
  const t = usePhrases(phrases);
  const { columns, sourceColumns, mapping, suggested } = recognition;
  const given = (list: Mapping, field: string) => list.find((entry) => entry.field === field)?.column ?? null;
  const [chosen, setChosen] = useState<Readonly<Record<string, number | null>>>(() =>
    Object.fromEntries(columns.map(({ field }) => [field, given(mapping, field) ?? given(suggested, field)])),
  );
  const open = columns.filter(({ field, required }) => required && chosen[field] === null).map(({ title }) => title);
  const options = sourceColumns.map(({ column, title, sample }) => ({
    value: column,
    label: sample[0] ? `${title}（${t('sample', { text: sample[0] })}）` : title,
  }));
  return (
    <form
      className={styles['mapping']}
      onSubmit={(event) => {
        event.preventDefault();
        onMapped(columns.map(({ field }) => ({ field, column: chosen[field] ?? null })));
      }}
    >
      <h2>{t(recognition.missing.length > 0 ? 'mappingTitle' : 'mappingCheck')}</h2>
      <p>{t('mappingLead')}</p>
      <ul>
        {columns.map(({ field, title, required }) => (
          <li key={field}>
            <label htmlFor={`column-${field}`}>
              {title} {required && <Tag tone={chosen[field] === null ? 'warn' : undefined}>{t('required')}</Tag>}
            </label>
            <Select
              id={`column-${field}`}
              allowClear
              value={chosen[field] ?? null}
              placeholder={t('notInFile')}
              options={options}
              onChange={(column: number | null) => setChosen({ ...chosen, [field]: column ?? null })}
            />
          </li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button type="primary" htmlType="submit" disabled={open.length > 0} loading={busy}>
          {t('checkAgain')}
        </Button>
        {open.length > 0 && <p role="status">{t('stillOpen', { columns: open.join(t('and')) })}</p>}
      </div>
    </form>
  );
}
