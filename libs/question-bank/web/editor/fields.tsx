import { Input } from 'antd';
import { createContext, useContext, useEffect, useId, useState, type ReactNode } from 'react';
import styles from './editor.module.css';

/** What is wrong, by the path of its field; empty until it is to be shown. */
export const ProblemContext = createContext<ReadonlyMap<string, string>>(new Map());

/** The sentence about a field, if something is wrong with it. */
export function useProblem(field: string | undefined): string | undefined {
  const problems = useContext(ProblemContext);
  return field === undefined ? undefined : problems.get(field);
}

export function Problem({ field, id }: { readonly field: string; readonly id?: string }): ReactNode {
  const problem = useProblem(field);
  return (
    problem && (
      <p className={styles['problem']} id={id}>
        {problem}
      </p>
    )
  );
}

interface AreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly field?: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly quietLabel?: boolean;
}

/** A text of several lines, with its hint and what is wrong with it. */
export function Area({ label, value, onChange, field, hint, rows = 3, quietLabel }: AreaProps): ReactNode {
  const id = useId();
  const problem = useProblem(field);
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={quietLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <Input.TextArea id={id} value={value} autoSize={{ minRows: rows, maxRows: 16 }} status={problem ? 'error' : ''} aria-describedby={problem ? `${id}-problem` : hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.target.value)} />
      {hint && !problem && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {field !== undefined && <Problem field={field} id={`${id}-problem`} />}
    </div>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly field?: string;
  readonly hint?: string;
  readonly quietLabel?: boolean;
  readonly maxLength?: number;
}

export function Line({ label, value, onChange, field, hint, quietLabel, maxLength }: LineProps): ReactNode {
  const id = useId();
  const problem = useProblem(field);
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={quietLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <Input id={id} value={value} status={problem ? 'error' : ''} {...(maxLength !== undefined && { maxLength })} {...(hint !== undefined && { placeholder: hint })} aria-describedby={problem ? `${id}-problem` : undefined} onChange={(event) => onChange(event.target.value)} />
      {field !== undefined && <Problem field={field} id={`${id}-problem`} />}
    </div>
  );
}

const written = (value: number): string => (Number.isFinite(value) ? String(value) : '');

interface NumberLineProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly quietLabel?: boolean;
}

/** A number while it is being written: `0.` and `-` stay as they are, and what is no number is NaN. */
export function NumberLine({ label, value, onChange, quietLabel }: NumberLineProps): ReactNode {
  const id = useId();
  const [text, setText] = useState(written(value));
  useEffect(() => {
    setText((before) => (Number(before) === value && before.trim() !== '' ? before : written(value)));
  }, [value]);
  return (
    <div className={`${styles['field']} ${styles['narrow']}`}>
      <label htmlFor={id} className={quietLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <Input
        id={id}
        value={text}
        inputMode="decimal"
        status={Number.isFinite(value) ? '' : 'error'}
        onChange={(event) => {
          setText(event.target.value);
          onChange(event.target.value.trim() === '' ? NaN : Number(event.target.value));
        }}
      />
    </div>
  );
}

/** Shares are written as percent: 0.4 is 40. */
export function PercentLine({ value, onChange, ...rest }: NumberLineProps): ReactNode {
  return <NumberLine {...rest} value={Math.round(value * 1e6) / 1e4} onChange={(percent) => onChange(percent / 100)} />;
}

export function Tick({ label, checked, onChange }: { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }): ReactNode {
  return (
    <label className={styles['tick']}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** A small button of a row: add, remove, up, down. */
export function Small({ label, onClick, disabled, sign }: { readonly label: string; readonly onClick: () => void; readonly disabled?: boolean; readonly sign?: string }): ReactNode {
  return (
    <button type="button" className={styles['small']} onClick={onClick} disabled={disabled} aria-label={sign ? label : undefined} title={sign ? label : undefined}>
      {sign ?? label}
    </button>
  );
}

export function Group({ title, children, hint }: { readonly title: string; readonly children: ReactNode; readonly hint?: string }): ReactNode {
  const id = useId();
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {hint && <p className={styles['hint']}>{hint}</p>}
    </section>
  );
}
