import { useId, type ReactNode } from 'react';
import styles from './studies.module.css';

interface PickProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly meaning: string; readonly usual?: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, each with what it means; the usual one says so. */
export function Pick<Value extends string>({ label, value, options, onChange }: PickProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className={styles['pick']}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['option']} data-chosen={option.value === value || undefined}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            <strong>
              {option.text}
              {option.usual && <small>{option.usual}</small>}
            </strong>
            <span>{option.meaning}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface TicksProps<Value extends string> {
  readonly label: string;
  readonly chosen: readonly Value[];
  readonly options: readonly { readonly value: Value; readonly text: string; readonly disabled?: boolean }[];
  readonly onChange: (chosen: Value[]) => void;
}

/** Any of a few. */
export function Ticks<Value extends string>({ label, chosen, options, onChange }: TicksProps<Value>): ReactNode {
  const set = (value: Value, on: boolean) => onChange(options.map((option) => option.value).filter((each) => (each === value ? on : chosen.includes(each))));
  return (
    <fieldset className={styles['pick']}>
      <legend>{label}</legend>
      <div className={styles['ticks']}>
        {options.map(({ value, text, disabled }) => (
          <label key={value} data-disabled={disabled || undefined}>
            <input type="checkbox" checked={chosen.includes(value)} disabled={disabled} onChange={(event) => set(value, event.target.checked)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
