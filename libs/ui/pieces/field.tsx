import { useId, useState, type InputHTMLAttributes, type ReactNode } from 'react';
import { definePhrases, usePhrases } from '../i18n/index.js';
import styles from './field.module.css';

const phrases = definePhrases('field', {
  'zh-CN': { showPassword: '显示密码', hidePassword: '隐藏密码' },
  'zh-TW': { showPassword: '顯示密碼', hidePassword: '隱藏密碼' },
  en: { showPassword: 'Show password', hidePassword: 'Hide password' },
});

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong and what to do; the field is then marked invalid. */
  readonly fault?: string | undefined;
}

/** A labelled input with its hint and fault; a password can be looked at before it is sent. */
export function Field({ label, hint, fault, type = 'text', ...rest }: FieldProps): ReactNode {
  const id = useId();
  const [seen, setSeen] = useState(false);
  const t = usePhrases(phrases);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={styles['box']}>
        <input
          {...rest}
          id={id}
          type={type === 'password' && seen ? 'text' : type}
          aria-invalid={fault ? true : undefined}
          aria-describedby={described}
        />
        {type === 'password' && (
          <button type="button" className={styles['eye']} aria-pressed={seen} onClick={() => setSeen(!seen)}>
            <span className="visually-hidden">{t(seen ? 'hidePassword' : 'showPassword')}</span>
            <svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
              <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z" />
              <circle cx="12" cy="12" r="3" />
              {seen && <path d="M4 20L20 4" strokeLinecap="round" />}
            </svg>
          </button>
        )}
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className={styles['fault']}>
          {fault}
        </p>
      )}
    </div>
  );
}
