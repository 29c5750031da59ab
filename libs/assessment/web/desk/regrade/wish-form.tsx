import { usePhrases } from '@skillhall/ui/i18n';
import { Choice } from '@skillhall/ui/pieces';
import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { firstWish, type Subject, type Wish } from './new-key.js';
import { phrases } from './phrases.js';
import styles from './regrade.module.css';

/** The new key, by type of question, or that the question is void. */
export function WishForm({ subject, wish, onChange }: { readonly subject: Subject; readonly wish: Wish; readonly onChange: (wish: Wish) => void }): ReactNode {
  const t = usePhrases(phrases);
  const editable = firstWish(subject).kind !== 'void';
  const one = subject.type !== 'multiple';
  const options = subject.options.map(({ key, text }) => ({ value: key, label: `${key}. ${text}` }));
  return (
    <div className={styles['wish']}>
      <Choice
        label={t('decision')}
        value={wish.kind === 'void' ? 'void' : 'key'}
        onChange={(kind) => onChange(kind === 'void' ? { kind } : firstWish(subject))}
        options={[...(editable ? [{ value: 'key', text: t('newKey') } as const] : []), { value: 'void', text: t('void') }]}
      />
      {!editable && <p className={styles['soft']}>{t('noEditor')}</p>}
      {wish.kind === 'void' && <p>{t('voidText')}</p>}
      {wish.kind === 'choice' &&
        (one ? (
          <Choice column label={t('newKey')} value={wish.correct[0] ?? ''} options={options.map(({ value, label }) => ({ value, text: label }))} onChange={(key) => onChange({ kind: 'choice', correct: [key] })} />
        ) : (
          <Checkbox.Group className={styles['options']!} aria-label={t('newKey')} value={[...wish.correct]} options={options} onChange={(correct) => onChange({ kind: 'choice', correct: correct.map(String) })} />
        ))}
      {wish.kind === 'blanks' &&
        wish.added.map((text, index) => (
          <label key={index} className={styles['blank']}>
            <span>{t('accepted', { n: index + 1 })}</span>
            <Input value={text} maxLength={200} onChange={(event) => onChange({ kind: 'blanks', added: wish.added.map((each, at) => (at === index ? event.target.value : each)) })} />
          </label>
        ))}
    </div>
  );
}
