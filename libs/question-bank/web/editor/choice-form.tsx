import { choiceRules, type ChoiceRule } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { questionPhrases } from '../question/phrases.js';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { Area, Group, PercentLine, Problem, Small } from './fields.js';
import { withCorrect, withOption, withOptionMoved, withOptionText, withoutOption, type PartWith } from './part-draft.js';

export interface FormProps<Part> {
  readonly part: Part;
  readonly onChange: (part: Part) => void;
  /** Path of the part: empty, or `parts.0.` */
  readonly path: string;
}

type Choice = PartWith<'choice'>;

/** Each right option an equal share at first; the others nothing. */
const equalCredits = ({ options, key }: Choice): Record<string, number> =>
  Object.fromEntries(options.map((option) => [option.key, key.correct.includes(option.key) ? Math.round(1e4 / key.correct.length) / 1e4 : 0]));

function RuleSelect({ part, onChange }: FormProps<Choice>): ReactNode {
  const t = usePhrases(editorPhrases);
  const word = usePhrases(questionPhrases);
  const id = useId();
  const rules = part.type === 'multiple' ? choiceRules : (['allOrNothing', 'perOption'] as const);
  const change = (rule: ChoiceRule) => onChange({ ...part, key: { ...part.key, rule, credits: rule === 'perOption' ? equalCredits(part) : null } });
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{t('scoring')}</label>
      <Select id={id} value={part.key.rule} options={rules.map((rule) => ({ value: rule, label: word(rule) }))} onChange={change} />
    </div>
  );
}

/** Options, which of them are right, and how a choice that is right in part counts. */
export function ChoiceForm(props: FormProps<Choice>): ReactNode {
  const { part, onChange, path } = props;
  const t = usePhrases(editorPhrases);
  const name = useId();
  const several = part.type === 'multiple';
  const credited = part.key.rule === 'perOption';
  return (
    <Group title={t('options')}>
      <ul className={styles['rows']}>
        {part.options.map(({ key, text }, at) => (
          <li key={key} className={styles['row']}>
            <label className={styles['right']}>
              <input type={several ? 'checkbox' : 'radio'} name={name} checked={part.key.correct.includes(key)} onChange={() => onChange(withCorrect(part, key, several))} aria-label={t('isRight', { key })} />
              <span aria-hidden>{key}</span>
            </label>
            <Area label={t('optionText', { key })} quietLabel value={text} rows={1} field={`${path}options.${at}`} onChange={(next) => onChange(withOptionText(part, at, next))} />
            {credited && <PercentLine label={t('creditOf', { key })} quietLabel value={part.key.credits?.[key] ?? 0} onChange={(credit) => onChange({ ...part, key: { ...part.key, credits: { ...part.key.credits, [key]: credit } } })} />}
            <span className={styles['tools']}>
              <Small sign="↑" label={t('moveUp')} disabled={at === 0} onClick={() => onChange(withOptionMoved(part, at, -1))} />
              <Small sign="↓" label={t('moveDown')} disabled={at === part.options.length - 1} onClick={() => onChange(withOptionMoved(part, at, 1))} />
              <Small sign="×" label={t('remove')} disabled={part.options.length <= 2} onClick={() => onChange(withoutOption(part, at))} />
            </span>
          </li>
        ))}
      </ul>
      <Problem field={`${path}key`} />
      <Problem field={`${path}key.credits`} />
      <Small label={t('addOption')} disabled={part.options.length >= 12} onClick={() => onChange(withOption(part))} />
      <RuleSelect {...props} />
    </Group>
  );
}

export function TrueFalseForm({ part, onChange, path }: FormProps<Choice>): ReactNode {
  const t = usePhrases(editorPhrases);
  const name = useId();
  return (
    <Group title={t('rightAnswer')}>
      <div className={styles['inline']}>
        {part.options.map(({ key, text }) => (
          <label key={key} className={styles['tick']}>
            <input type="radio" name={name} checked={part.key.correct.includes(key)} onChange={() => onChange(withCorrect(part, key, false))} />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <Problem field={`${path}key`} />
    </Group>
  );
}
