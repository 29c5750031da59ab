import { useQuery } from '@skillhall/ui/graphql';
import type { ActivityQuery } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { Banner, Button, LinkButton } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { activityAfter, activityPath, coursePath } from '../course.js';
import { activityQuery } from '../documents.js';
import { phrases } from '../phrases.js';
import { useCompleteArticle } from '../use-complete-article.js';

const Markdown = lazy(() => import('../components/markdown.js'));

type Article = NonNullable<ActivityQuery['activity']>;

function Action({ article }: { readonly article: Article }): ReactNode {
  const t = usePhrases(phrases);
  const { complete, busy, fault, waitSeconds } = useCompleteArticle(article.id);
  const next = activityAfter(article.course, article.id);
  if (article.state === 'completed')
    return next ? (
      <LinkButton look="main" wide to={activityPath(article.course.id, next)}>
        {t(next.kind === 'quiz' ? 'toQuiz' : 'next')}
      </LinkButton>
    ) : (
      <LinkButton look="main" wide to={coursePath(article.course.id)}>
        {t('backToCourse')}
      </LinkButton>
    );
  return (
    <>
      {fault && (
        <Banner tone="bad" live>
          {fault}
        </Banner>
      )}
      {waitSeconds > 0 && <Banner tone="note">{t('tooFast', { n: waitSeconds })}</Banner>}
      <Button look="main" wide busy={busy} disabled={waitSeconds > 0} onClick={() => void complete()}>
        {t('read')}
      </Button>
    </>
  );
}

function Reader({ article }: { readonly article: Article }): ReactNode {
  const t = usePhrases(phrases);
  const { course } = article;
  if (article.kind === 'quiz') return <Navigate to={activityPath(course.id, article)} replace />;
  return (
    <Screen
      over={course.name}
      title={article.title}
      lead={t('minutes', { n: article.minutes })}
      back={coursePath(course.id)}
      action={<Action key={article.id} article={article} />}
      actionAtEnd
    >
      <article>
        <Suspense fallback={<Skeleton lines={12} />}>
          <Markdown text={article.body ?? ''} />
        </Suspense>
      </article>
      {article.state === 'completed' && (
        <Banner tone="good" live>
          {t('readDone')}
        </Banner>
      )}
    </Screen>
  );
}

/** Reads an article; done when the reader says so and the server has seen enough time pass. */
export function ArticlePage(): ReactNode {
  const t = usePhrases(phrases);
  const query = useQuery(activityQuery, { id: useParams()['activityId']! });
  return (
    <Loaded whole query={query} skeleton={<Skeleton lines={14} />}>
      {({ activity }) =>
        activity ? <Reader article={activity} /> : <Empty whole title={t('activityMissing')} action={<LinkButton to="/learn">{t('toLearn')}</LinkButton>} />
      }
    </Loaded>
  );
}
