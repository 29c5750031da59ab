import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Button, Input } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './marking.module.css';
import { phrases } from './phrases.js';
import { type Given, levels, type Line, lineMarks, presentLine, totalMarks } from './rubric.js';

interface MarkFormProps {
  readonly lines: readonly Line[];
  readonly maxMarks: number;
  readonly saving: boolean;
  readonly onSave: (given: Given, comment: string) => Promise<void>;
}

const writing = (target: EventTarget | null): boolean => target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName);

/** Digits mark the present line, Enter saves. While somebody writes a comment keys are letters. */
function useKeys(onDigit: (level: number) => void, onEnter: () => void): void {
  const acts = useRef({ onDigit, onEnter });
  acts.current = { onDigit, onEnter };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
      if (/^[1-9]$/.test(event.key) && Number(event.key) <= levels.length) acts.current.onDigit(Number(event.key) - 1);
      else if (event.key === 'Enter' && !(event.target instanceof HTMLElement && event.target.closest('a, button'))) acts.current.onEnter();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** The rubric line by line, with large buttons. */
export function MarkForm({ lines, maxMarks, saving, onSave }: MarkFormProps): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const id = useId();
  const [given, setGiven] = useState<Given>({});
  const [chosen, setChosen] = useState<number>();
  const [comment, setComment] = useState('');
  const present = chosen ?? presentLine(lines, given);
  const done = lines.every((line) => given[line.id] !== undefined);
  const shown = (marks: number): string => format.short(marks, 2);
  const give = (line: number, level: number) => {
    if (!lines[line]) return;
    setGiven({ ...given, [lines[line].id]: levels[level]! });
    setChosen(undefined);
  };
  const save = () => {
    if (done && !saving) void onSave(given, comment);
  };
  useKeys((level) => give(Math.min(present, lines.length - 1), level), save);
  return (
    <section className={styles['form']} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('rubric')}</h2>
      <ol className={styles['lines']}>
        {lines.map((line, at) => (
          <li key={line.id} data-present={at === present || undefined}>
            <p>
              {line.text} <span className={styles['soft']}>{t('lineMarks', { n: shown(line.marks) })}</span>
            </p>
            <div className={styles['levels']} role="group" aria-label={line.text}>
              {levels.map((share, level) => (
                <button key={share} type="button" aria-pressed={given[line.id] === share} aria-label={t('level', { line: at + 1, n: shown(lineMarks(line.marks, share)) })} onFocus={() => setChosen(at)} onBlur={() => setChosen(undefined)} onClick={() => give(at, level)}>
                  {shown(lineMarks(line.marks, share))}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <p className={styles['total']} role="status">
        {t('total', { n: shown(totalMarks(lines, given)), max: shown(maxMarks) })}
      </p>
      <label htmlFor={`${id}-comment`}>{t('comment')}</label>
      <Input.TextArea id={`${id}-comment`} rows={2} maxLength={1000} value={comment} onChange={(event) => setComment(event.target.value)} />
      <Button type="primary" size="large" block disabled={!done} loading={saving} onClick={save}>
        {t('save')}
      </Button>
      <p className={styles['soft']}>{t('keys', { n: levels.length })}</p>
    </section>
  );
}
