import { differences, type Comparable, type Difference } from '@skillhall/question-bank/domain';
import type { QuestionHistoryQuery } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useTrackName } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import { contentOf, partOf } from '../content.js';
import { historyPhrases } from './history-phrases.js';
import styles from './history.module.css';
import { useKeyText } from './key-notes.js';
import { questionPhrases } from './phrases.js';

export type Version = NonNullable<QuestionHistoryQuery['questionForAuthor']>['versions'][number];

/** What of a version can be compared; its keys only where they may be seen. */
function useComparable(): (version: Version) => Comparable {
  const keyText = useKeyText();
  return (version) => {
    const [part, whole] = [partOf(version), contentOf(version)];
    return {
      ...version,
      keyText: part ? keyText(part) : null,
      explanation: part?.explanation ?? null,
      parts: version.parts.map((sent, at) => ({ stem: sent.stem, keyText: whole ? keyText(whole.parts[at]!) : null })),
    };
  };
}

function Change({ difference: { field, at, before, after } }: { readonly difference: Difference }): ReactNode {
  const t = usePhrases(historyPhrases);
  const word = usePhrases(questionPhrases);
  const trackName = useTrackName();
  const say = (text: string): string => {
    if (field === 'type' && text) return word(text as Version['type']);
    return field === 'track' && text ? trackName(text as Version['track']) : text;
  };
  return (
    <div className={styles['change']}>
      <dt>{at === null ? t(field) : t('fieldAt', { field: t(field), at })}</dt>
      <dd>{before ? <del>{say(before)}</del> : <span className={styles['none']}>{t('nothing')}</span>}</dd>
      <dd>{after ? <ins>{say(after)}</ins> : <span className={styles['none']}>{t('nothing')}</span>}</dd>
    </div>
  );
}

/** What one version changed, as far as the reader may see it. */
export function useChanges(): (before: Version, after: Version) => Difference[] {
  const comparable = useComparable();
  return (before, after) => differences(comparable(before), comparable(after));
}

/** Changes under each other, before and after. */
export function ChangeList({ changes }: { readonly changes: readonly Difference[] }): ReactNode {
  return (
    <dl>
      {changes.map((difference) => (
        <Change key={`${difference.field}-${difference.at}`} difference={difference} />
      ))}
    </dl>
  );
}
