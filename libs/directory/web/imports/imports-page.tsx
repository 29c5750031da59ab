import { FormerRuns } from '@skillhall/ui/imports';
import type { ImportKind } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Page } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { kindsFor } from './import-kinds.js';
import styles from './imports.module.css';
import { leads, phrases } from './phrases.js';

function Kind({ kind }: { readonly kind: ImportKind }): ReactNode {
  const t = usePhrases(phrases);
  const name = t(kind);
  return (
    <li className={styles['kind']}>
      <h2>
        <Link to={kind === 'questions' ? '/desk/questions/import' : `/desk/imports/${kind}`} aria-label={t('start', { name })}>
          {name}
        </Link>
      </h2>
      <p>{t(leads[kind])}</p>
      <a href={`/imports/${kind}/template`} download className={styles['template']}>
        {t('template', { name })}
      </a>
    </li>
  );
}

/** Everything that somebody may import, and what was imported so far. */
export function ImportsPage(): ReactNode {
  const t = usePhrases(phrases);
  const kinds = kindsFor(useMay());
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      help={
        <>
          <p>{t('helpOrder')}</p>
          <p>{t('helpDry')}</p>
          <p>{t('helpAgain')}</p>
        </>
      }
    >
      {kinds.length === 0 ? (
        <Empty title={t('nothing')}>{t('nothingText')}</Empty>
      ) : (
        <>
          <ol className={styles['kinds']}>
            {kinds.map((kind) => (
              <Kind key={kind} kind={kind} />
            ))}
          </ol>
          <FormerRuns nameOf={(kind) => t(kind)} addressOf={({ id, kind }) => `/desk/imports/${kind}?run=${id}`} />
        </>
      )}
    </Page>
  );
}
