import { differences, type Comparable, type Difference } from '@skillhall/question-bank/domain';
import type { QuestionHistoryQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded } from '@skillhall/ui/page';
import { useTrackName } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import { contentOf, partOf } from '../content.js';
import { historyQuery } from '../documents.js';
import { historyPhrases } from './history-phrases.js';
import { useKeyText } from './key-notes.js';
import { questionPhrases } from './phrases.js';
import styles from './history.module.css';
import { StateTag } from './state-tag.js';

type Version = NonNullable<QuestionHistoryQuery['questionForAuthor']>['versions'][number];

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

function VersionItem({ version, before }: { readonly version: Version; readonly before: Version | undefined }): ReactNode {
  const t = usePhrases(historyPhrases);
  const format = useFormat();
  const comparable = useComparable();
  const changes = before ? differences(comparable(before), comparable(version)) : [];
  return (
    <li className={styles['version']}>
      <p className={styles['head']}>
        <strong>{t('versionOf', { n: version.version })}</strong>
        <StateTag state={version.steps.at(-1)!.state} />
        <span>{t('writtenBy', { name: version.authorName ?? t('system'), date: format.date(version.createdAt) })}</span>
      </p>
      <ul className={styles['steps']}>
        {version.steps.slice(1).map((step, at) => (
          <li key={at}>
            {format.moment(step.at)} {step.byName ?? t('system')} → <StateTag state={step.state} />
            {step.comment && <q>{step.comment}</q>}
          </li>
        ))}
      </ul>
      {before && (
        <details>
          <summary>{changes.length ? t('changes', { count: changes.length }) : t('sameText')}</summary>
          <dl>
            {changes.map((difference) => (
              <Change key={`${difference.field}-${difference.at}`} difference={difference} />
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

/** All versions of a question, what became of each and what each changed. */
export function History({ id }: { readonly id: string }): ReactNode {
  const query = useQuery(historyQuery, { id });
  return (
    <Loaded query={query}>
      {({ questionForAuthor }) => (
        <ol className={styles['history']}>
          {questionForAuthor?.versions.map((version, at, all) => <VersionItem key={version.versionId} version={version} before={all[at + 1]} />)}
        </ol>
      )}
    </Loaded>
  );
}
