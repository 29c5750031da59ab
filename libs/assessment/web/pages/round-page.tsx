import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Failed, Skeleton, useTitle } from '@skillhall/ui/page';
import { LinkButton } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { practicePath } from '../paths.js';
import { practicePhrases } from '../practice/phrases.js';
import { RoundView } from '../practice/round-view.js';
import { useRound } from '../practice/use-round.js';
import styles from './pages.module.css';

/** A round of practice. */
export function RoundPage(): ReactNode {
  const t = usePhrases(practicePhrases);
  const state = useRound(useParams()['practiceId']!);
  const { kept, missing, failure } = state;
  useTitle(t('title'));
  // Another round in its place begins with drafts of its own.
  if (kept) return <RoundView key={kept.id} state={state} kept={kept} />;
  return (
    <main id="content" className={styles['alone']}>
      {missing ? (
        <Empty whole title={t('missing')} action={<LinkButton to={practicePath}>{t('toPractice')}</LinkButton>}>
          {t('missingText')}
        </Empty>
      ) : failure ? (
        <Failed whole failure={failure} retry={() => void state.reload()} />
      ) : (
        <Skeleton cards lines={5} />
      )}
    </main>
  );
}
