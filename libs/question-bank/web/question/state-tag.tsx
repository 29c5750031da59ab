import type { QuestionRowFragment, VersionState } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Tag, type Tone } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { questionPhrases } from './phrases.js';

const tones: Readonly<Partial<Record<VersionState, Tone>>> = { live: 'good', inReview: 'warn', reviewed: 'note' };

export const StateTag = ({ state }: { readonly state: VersionState }): ReactNode => <Tag tone={tones[state]}>{usePhrases(questionPhrases)(state)}</Tag>;

/** Where a question stands: in use or not, and what becomes of a newer version. */
export function Standing({ row }: { readonly row: Pick<QuestionRowFragment, 'currentVersion' | 'latestVersion' | 'latestState'> }): ReactNode {
  const t = usePhrases(questionPhrases);
  const { currentVersion, latestVersion, latestState } = row;
  if (currentVersion === 0) return <StateTag state={latestState} />;
  return (
    <>
      <StateTag state="live" />
      {latestVersion > currentVersion && latestState !== 'retired' && <Tag tone={tones[latestState]}>{t('newer', { state: t(latestState) })}</Tag>}
    </>
  );
}
