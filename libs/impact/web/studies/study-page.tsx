import type { StudyPageQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Skeleton } from '@skillhall/ui/page';
import { lazy, Suspense, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { phrases } from './phrases.js';
import { StudyReading } from './study-reading.js';
import { studyQuery } from './study-documents.js';
import { underWay } from './study-state.js';
import { draftOf, successorOf } from './wizard/draft.js';

// Who reads a study need not load what writes one.
const StudyEditor = lazy(async () => ({ default: (await import('./wizard/study-editor.js')).StudyEditor }));

type Found = NonNullable<StudyPageQuery['study']>;

/** While a run is under way the page asks for news so often. */
const pollMs = 1500;

function Known({ studyId, copied }: { readonly studyId: string; readonly copied: boolean }): ReactNode {
  const t = usePhrases(phrases);
  const query = useQuery(studyQuery, { id: studyId }, { pollMs: ({ study }) => (study && underWay(study.runs) ? pollMs : undefined) });
  const show = (study: Found): ReactNode => {
    if (copied) return <StudyEditor key={`copy ${study.id}`} study={null} first={successorOf(study)} former={study.title} />;
    if (study.state === 'declared' && study.mayManage) return <StudyEditor key={study.id} study={study} first={draftOf(study)} />;
    return <StudyReading study={study} />;
  };
  return (
    <Loaded query={query} skeleton={<Skeleton lines={3} cards />}>
      {({ study }) =>
        study ? (
          <Suspense fallback={<Skeleton lines={6} />}>{show(study)}</Suspense>
        ) : (
          <Page title={t('title')} trail={[{ to: '/desk/studies', text: t('title') }]}>
            <Empty title={t('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}

/** One study: written before its lock, read after it. */
export function StudyPage(): ReactNode {
  const { studyId = '' } = useParams();
  const [search] = useSearchParams();
  const former = search.get('replaces');
  if (studyId !== 'new') return <Known key={studyId} studyId={studyId} copied={false} />;
  if (former) return <Known key={`replaces ${former}`} studyId={former} copied />;
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <StudyEditor key="new" study={null} first={draftOf(null)} />
    </Suspense>
  );
}
