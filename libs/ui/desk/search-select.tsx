import { Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useSettled } from '../graphql/index.js';

const restMs = 250;

interface SearchSelectProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string | undefined;
  /** What is chosen; none where choosing does something at once. */
  readonly value?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  readonly loading: boolean;
  /** What an empty list says before anything was typed, and where nothing was found. */
  readonly hint?: string;
  readonly none?: string;
  /** What is looked for, once the typing pauses; must stay the same function. */
  readonly onAsk: (search: string) => void;
  readonly onChoose: (value: string) => void;
}

/** A choice of what the server finds by what is typed. */
export function SearchSelect({ id, label, placeholder = label, className, value, options, loading, hint, none, onAsk, onChoose }: SearchSelectProps): ReactNode {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const rested = useSettled(wanted, restMs);
  useEffect(() => onAsk(rested), [rested, onAsk]);
  const said = wanted && rested === wanted && !loading ? none : hint;
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(className !== undefined && { className })}
      {...(said !== undefined && { notFoundContent: said })}
      aria-label={label}
      placeholder={placeholder}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      loading={loading}
      options={[...options]}
      onSelect={(chosen: string | null) => {
        setText('');
        if (chosen !== null) onChoose(chosen);
      }}
    />
  );
}
