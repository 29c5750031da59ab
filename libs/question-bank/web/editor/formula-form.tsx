import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import type { FormProps } from './choice-form.js';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { Group, Line, NumberLine, Problem, Small } from './fields.js';
import { withFormula, withFormulaAt, withoutFormula, type PartWith } from './part-draft.js';

type Formula = PartWith<'formula'>;

function Variables({ part, onChange, path }: FormProps<Formula>): ReactNode {
  const t = usePhrases(editorPhrases);
  const { variables } = part.key;
  const change = (next: typeof variables) => onChange({ ...part, key: { ...part.key, variables: next } });
  const fresh = 'xyzabcdefghijklmnopqrstuvw'.split('').find((name) => !variables.some((variable) => variable.name === name)) ?? 'x';
  return (
    <Group title={t('variables')}>
      <ul className={styles['rows']}>
        {variables.map((variable, at) => (
          <li key={at} className={styles['row']}>
            <Line label={t('variableName')} value={variable.name} field={`${path}key.variables.${at}`} onChange={(name) => change(variables.with(at, { ...variable, name }))} />
            {(['least', 'most', 'step'] as const).map((field) => (
              <NumberLine key={field} label={t(field)} value={variable[field]} onChange={(value) => change(variables.with(at, { ...variable, [field]: value }))} />
            ))}
            <Small label={t('insert')} disabled={part.stem.includes(`{{${variable.name}}}`)} onClick={() => onChange({ ...part, stem: `${part.stem}{{${variable.name}}}` })} />
            <Small sign="×" label={t('remove')} disabled={variables.length <= 1} onClick={() => change(variables.toSpliced(at, 1))} />
          </li>
        ))}
      </ul>
      <Problem field={`${path}key.variables`} />
      <Small label={t('addVariable')} disabled={variables.length >= 10} onClick={() => change([...variables, { name: fresh, least: 1, most: 10, step: 1 }])} />
    </Group>
  );
}

/** Values to be drawn, and answers as formulas of them. */
export function FormulaForm(props: FormProps<Formula>): ReactNode {
  const { part, onChange, path } = props;
  const t = usePhrases(editorPhrases);
  return (
    <>
      <Variables {...props} />
      <Group title={t('formulas')} hint={t('formulaHint')}>
        {part.key.blanks.map((blank, at) => (
          <fieldset key={at} className={styles['box']}>
            <legend>{t('blank', { n: at + 1 })}</legend>
            <Line label={t('formula', { n: at + 1 })} value={blank.formula} field={`${path}key.blanks.${at}.formula`} onChange={(formula) => onChange(withFormulaAt(part, at, { ...blank, formula }))} />
            <div className={styles['inline']}>
              <NumberLine label={t('decimals')} value={blank.decimals} onChange={(decimals) => onChange(withFormulaAt(part, at, { ...blank, decimals }))} />
              <NumberLine label={t('tolerance')} value={blank.tolerance} onChange={(tolerance) => onChange(withFormulaAt(part, at, { ...blank, tolerance }))} />
              <div className={styles['narrow']}>
                <Line label={t('unit')} value={blank.unit ?? ''} maxLength={20} field={`${path}blanks.${at}.unit`} onChange={(unit) => onChange(withFormulaAt(part, at, { ...blank, unit: unit.trim() ? unit : null }))} />
              </div>
              {part.blanks.length > 1 && <Small label={t('remove')} onClick={() => onChange(withoutFormula(part, at))} />}
            </div>
            <Problem field={`${path}key.blanks.${at}`} />
            <Problem field={`${path}key.blanks.${at}.tolerance`} />
            <Problem field={`${path}key.blanks.${at}.decimals`} />
          </fieldset>
        ))}
        <Problem field={`${path}key.blanks`} />
        <Problem field={`${path}blanks`} />
        <Small label={t('addFormula')} disabled={part.blanks.length >= 20} onClick={() => onChange(withFormula(part))} />
      </Group>
    </>
  );
}
