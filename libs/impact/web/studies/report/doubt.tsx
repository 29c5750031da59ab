import type { StudyPlanFragment } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { doubtPhrases } from './doubt-phrases.js';
import type { Report, Standing } from './judge.js';
import styles from './report.module.css';

const tones = { stands: 'good', careful: 'warn', unchecked: undefined } as const;

interface DoubtProps {
  readonly ask: string;
  readonly standing: Standing;
  readonly sentence: string;
  readonly children?: ReactNode;
}

/** A question that a sceptic asks, how it came out in a word and in a sentence, and what shows it. */
export function Doubt({ ask, standing, sentence, children }: DoubtProps): ReactNode {
  const t = usePhrases(doubtPhrases);
  return (
    <li className={styles['doubt']}>
      <h3>
        {ask} <Tag tone={tones[standing]}>{t(standing)}</Tag>
      </h3>
      <p>{sentence}</p>
      {children}
    </li>
  );
}

export interface DoubtOf {
  readonly report: Report;
  readonly plan: StudyPlanFragment;
  readonly standing: Standing;
}
