import type { BlankKey } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import type { FormProps } from './choice-form.js';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { Group, Line, NumberLine, PercentLine, Problem, Small, Tick } from './fields.js';
import { blankKeyOf, withBlank, withBlankKey, withoutBlank, type PartWith } from './part-draft.js';

interface BlankProps {
  readonly number: number;
  readonly value: BlankKey;
  readonly onChange: (key: BlankKey) => void;
}

function Accepted({ number, value, onChange }: BlankProps): ReactNode {
  const t = usePhrases(editorPhrases);
  const credit = (at: number, share: number) => onChange({ ...value, accepted: value.accepted.map((each, index) => (index === at ? { ...each, credit: share } : each)) } as BlankKey);
  const without = (at: number) => onChange({ ...value, accepted: value.accepted.filter((_, index) => index !== at) } as BlankKey);
  return (
    <ul className={styles['rows']}>
      {value.accepted.map((answer, at) => (
        <li key={at} className={styles['row']}>
          {value.kind === 'text' && 'text' in answer && <Line label={t('acceptedText', { n: number, at: at + 1 })} quietLabel value={answer.text} onChange={(text) => onChange({ ...value, accepted: value.accepted.with(at, { ...value.accepted[at]!, text }) })} />}
          {value.kind === 'number' && 'value' in answer && (
            <>
              <NumberLine label={t('value')} value={answer.value} onChange={(amount) => onChange({ ...value, accepted: value.accepted.with(at, { ...value.accepted[at]!, value: amount }) })} />
              <NumberLine label={t('tolerance')} value={answer.tolerance} onChange={(tolerance) => onChange({ ...value, accepted: value.accepted.with(at, { ...value.accepted[at]!, tolerance }) })} />
            </>
          )}
          <PercentLine label={t('credit')} value={answer.credit} onChange={(share) => credit(at, share)} />
          <Small sign="×" label={t('remove')} disabled={value.accepted.length <= 1} onClick={() => without(at)} />
        </li>
      ))}
    </ul>
  );
}

const oneMore = (key: BlankKey): BlankKey =>
  key.kind === 'text' ? { ...key, accepted: [...key.accepted, { text: '', credit: 1 }] } : { ...key, accepted: [...key.accepted, { value: NaN, tolerance: 0, credit: 1 }] };

function BlankRow({ part, at, onChange, path }: FormProps<PartWith<'blanks'>> & { readonly at: number }): ReactNode {
  const t = usePhrases(editorPhrases);
  const id = useId();
  const key = part.key.blanks[at]!;
  const { unit } = part.blanks[at]!;
  const change = (next: BlankKey, nextUnit = unit) => onChange(withBlankKey(part, at, next, nextUnit));
  return (
    <fieldset className={styles['box']}>
      <legend>{t('blank', { n: at + 1 })}</legend>
      <div className={styles['inline']}>
        {part.type === 'fillIn' && (
          <div className={`${styles['field']} ${styles['narrow']}`}>
            <label htmlFor={id}>{t('blankKind')}</label>
            <Select id={id} value={key.kind} options={(['text', 'number'] as const).map((kind) => ({ value: kind, label: t(kind) }))} onChange={(kind: 'text' | 'number') => change(blankKeyOf(kind))} />
          </div>
        )}
        <div className={styles['narrow']}>
          <Line label={t('unit')} value={unit ?? ''} maxLength={20} field={`${path}blanks.${at}.unit`} onChange={(text) => change(key, text.trim() ? text : null)} />
        </div>
        {part.blanks.length > 1 && <Small label={t('remove')} onClick={() => onChange(withoutBlank(part, at))} />}
      </div>
      <p className={styles['name']}>{t('accepted')}</p>
      <Accepted number={at + 1} value={key} onChange={change} />
      <Problem field={`${path}key.blanks.${at}`} />
      <Problem field={`${path}blanks.${at}`} />
      <div className={styles['inline']}>
        <Small label={t('addAccepted')} onClick={() => change(oneMore(key))} />
        {key.kind === 'text' && <Tick label={t('matchCase')} checked={key.matchCase} onChange={(matchCase) => change({ ...key, matchCase })} />}
      </div>
    </fieldset>
  );
}

/** Blanks with everything that each of them takes. */
export function BlanksForm(props: FormProps<PartWith<'blanks'>>): ReactNode {
  const { part, onChange, path } = props;
  const t = usePhrases(editorPhrases);
  const several = part.type === 'fillIn';
  return (
    <Group title={t('blanks')} {...(several && { hint: t('blankHint') })}>
      {part.blanks.map((_, at) => (
        <BlankRow key={at} {...props} at={at} />
      ))}
      <Problem field={`${path}blanks`} />
      <Problem field={`${path}key.blanks`} />
      {several && (
        <div className={styles['inline']}>
          <Small label={t('addTextBlank')} disabled={part.blanks.length >= 20} onClick={() => onChange(withBlank(part, 'text'))} />
          <Small label={t('addNumberBlank')} disabled={part.blanks.length >= 20} onClick={() => onChange(withBlank(part, 'number'))} />
          {part.blanks.length > 1 && <Tick label={t('anyOrder')} checked={part.key.anyOrder} onChange={(anyOrder) => onChange({ ...part, key: { ...part.key, anyOrder } })} />}
        </div>
      )}
    </Group>
  );
}
