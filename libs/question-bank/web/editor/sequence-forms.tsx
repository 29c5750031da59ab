import { sequenceRules, type SequenceRule } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { questionPhrases } from '../question/phrases.js';
import type { FormProps } from './choice-form.js';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { Area, Group, Line, Problem, Small } from './fields.js';
import { itemsOf, pairsOf, withItems, withPairs, type PartWith } from './part-draft.js';

const most = 12;

function Rule({ rule, onChange }: { readonly rule: SequenceRule; readonly onChange: (rule: SequenceRule) => void }): ReactNode {
  const t = usePhrases(editorPhrases);
  const word = usePhrases(questionPhrases);
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{t('scoring')}</label>
      <Select id={id} value={rule} options={sequenceRules.map((value) => ({ value, label: word(value) }))} onChange={onChange} />
    </div>
  );
}

/** What is wrong with any of the options, whose letters the author never sees. */
const OptionProblems = ({ path, count }: { readonly path: string; readonly count: number }): ReactNode => Array.from({ length: Math.max(2, count) }, (_, at) => <Problem key={at} field={`${path}options.${at}`} />);

/** Items written in their right order. */
export function OrderForm({ part, onChange, path }: FormProps<PartWith<'order'>>): ReactNode {
  const t = usePhrases(editorPhrases);
  const items = itemsOf(part);
  const change = (next: readonly string[]) => onChange(withItems(part, next));
  const swap = (at: number, to: number) => change(items.with(at, items[to]!).with(to, items[at]!));
  return (
    <Group title={t('itemsInOrder')} hint={t('itemsHint')}>
      <ol className={styles['rows']}>
        {items.map((text, at) => (
          <li key={at} className={styles['row']}>
            <span className={styles['place']}>{at + 1}</span>
            <Area label={t('item', { n: at + 1 })} quietLabel rows={1} value={text} onChange={(next) => change(items.with(at, next))} />
            <span className={styles['tools']}>
              <Small sign="↑" label={t('moveUp')} disabled={at === 0} onClick={() => swap(at, at - 1)} />
              <Small sign="↓" label={t('moveDown')} disabled={at === items.length - 1} onClick={() => swap(at, at + 1)} />
              <Small sign="×" label={t('remove')} disabled={items.length <= 2} onClick={() => change(items.toSpliced(at, 1))} />
            </span>
          </li>
        ))}
      </ol>
      <OptionProblems path={path} count={items.length} />
      <Small label={t('addItem')} disabled={items.length >= most} onClick={() => change([...items, ''])} />
      <Rule rule={part.key.rule} onChange={(rule) => onChange({ ...part, key: { ...part.key, rule } })} />
    </Group>
  );
}

/** What belongs together, and what is only there to mislead. */
export function MatchForm({ part, onChange, path }: FormProps<PartWith<'match'>>): ReactNode {
  const t = usePhrases(editorPhrases);
  const { pairs, extras } = pairsOf(part);
  return (
    <>
      <Group title={t('pairs')}>
        <ul className={styles['rows']}>
          {pairs.map((pair, at) => (
            <li key={at} className={styles['row']}>
              <Area label={t('prompt', { n: at + 1 })} rows={1} value={pair.prompt} field={`${path}prompts.${at}`} onChange={(prompt) => onChange(withPairs(part, { pairs: pairs.with(at, { ...pair, prompt }), extras }))} />
              <Area label={t('match')} rows={1} value={pair.match} onChange={(match) => onChange(withPairs(part, { pairs: pairs.with(at, { ...pair, match }), extras }))} />
              <Small sign="×" label={t('remove')} disabled={pairs.length <= 2} onClick={() => onChange(withPairs(part, { pairs: pairs.toSpliced(at, 1), extras }))} />
            </li>
          ))}
        </ul>
        <OptionProblems path={path} count={part.options.length} />
        <Small label={t('addPair')} disabled={pairs.length >= most || part.options.length >= most} onClick={() => onChange(withPairs(part, { pairs: [...pairs, { prompt: '', match: '' }], extras }))} />
      </Group>
      <Group title={t('extras')}>
        {extras.map((extra, at) => (
          <div key={at} className={styles['row']}>
            <Line label={t('extra', { n: at + 1 })} quietLabel value={extra} onChange={(text) => onChange(withPairs(part, { pairs, extras: extras.with(at, text) }))} />
            <Small sign="×" label={t('remove')} onClick={() => onChange(withPairs(part, { pairs, extras: extras.toSpliced(at, 1) }))} />
          </div>
        ))}
        <Small label={t('addExtra')} disabled={part.options.length >= most} onClick={() => onChange(withPairs(part, { pairs, extras: [...extras, ''] }))} />
        <Rule rule={part.key.rule} onChange={(rule) => onChange({ ...part, key: { ...part.key, rule } })} />
      </Group>
    </>
  );
}
