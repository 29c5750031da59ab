import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import styles from '../components/case-text.module.css';
import { practicePhrases } from './phrases.js';
import type { Round } from './round-store.js';
import { useTopicName } from './topic.js';

/** Of a weak-point round: in a sentence, why it holds what it holds. */
export function Why({ reasons }: Pick<Round, 'reasons'>): ReactNode {
  const t = usePhrases(practicePhrases);
  const topicName = useTopicName();
  if (!reasons.length) return null;
  const said = reasons.map(({ topic, answered, missed, questions }) => t('whyOne', { topic: topicName(topic), answered, missed, n: questions }));
  return (
    <details className={styles['folded']} open>
      <summary>{t('whyTitle')}</summary>
      <p>{t('whyAll', { reasons: said.join(t('whyJoin')) })}</p>
    </details>
  );
}
