import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { historyQuery } from '../documents.js';
import { ChangeList, useChanges, type Version } from './changes.js';
import { historyPhrases } from './history-phrases.js';
import styles from './history.module.css';
import { StateTag } from './state-tag.js';

function VersionItem({ version, before }: { readonly version: Version; readonly before: Version | undefined }): ReactNode {
  const t = usePhrases(historyPhrases);
  const format = useFormat();
  const changesOf = useChanges();
  const changes = before ? changesOf(before, version) : [];
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
          <ChangeList changes={changes} />
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
