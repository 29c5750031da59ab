import type { ReactNode } from 'react';
import type { RequestFailure } from '../graphql/index.js';
import { common, usePhrases } from '../i18n/index.js';
import { Button } from '../pieces/index.js';
import styles from './states.module.css';

/** The shape of what is coming: so many lines or cards. */
export function Skeleton({ lines = 4, cards }: { readonly lines?: number; readonly cards?: boolean }): ReactNode {
  const t = usePhrases(common);
  return (
    <div className={styles['skeleton']} role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={cards ? styles['boneCard'] : styles['bone']} aria-hidden />
      ))}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  /** What will be here and how to begin. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** It is all that the page shows: its title is the heading of the page. */
  readonly whole?: boolean | undefined;
}

export function Empty({ title, children, action, whole }: EmptyProps): ReactNode {
  const Heading = whole ? 'h1' : 'h2';
  return (
    <div className={styles['empty']}>
      <svg viewBox="0 0 96 64" width="96" height="64" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden>
        <path d="M8 56h80M16 56V24h64v32M12 24l6-14h60l6 14M28 56V38h14v18M54 38h14v10H54z" strokeLinejoin="round" />
      </svg>
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

const texts = {
  network: ['offlineTitle', 'offlineText'],
  server: ['faultTitle', 'faultText'],
  forbidden: ['forbiddenTitle', 'forbiddenText'],
  signedOut: ['forbiddenTitle', 'forbiddenText'],
} as const;

interface FailedProps {
  readonly failure: RequestFailure;
  readonly retry?: () => void;
  readonly whole?: boolean | undefined;
}

/** What happened, what was kept, what to do next. */
export function Failed({ failure, retry, whole }: FailedProps): ReactNode {
  const t = usePhrases(common);
  const [title, text] = texts[failure.kind];
  return (
    <div role="alert">
      <Empty whole={whole} title={t(title)} action={retry && failure.kind !== 'forbidden' && <Button onClick={retry}>{t('retry')}</Button>}>
        {t(text)}
      </Empty>
    </div>
  );
}

interface LoadedProps<Data> {
  readonly query: { readonly data: Data | undefined; readonly failure: RequestFailure | undefined; readonly refetch: () => Promise<void> };
  readonly skeleton?: ReactNode;
  readonly whole?: boolean;
  readonly children: (data: Data) => ReactNode;
}

/** The three states of a query: its shape while loading, its failure, its answer (also while it is asked for again). */
export function Loaded<Data>({ query, skeleton, whole, children }: LoadedProps<Data>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.failure) return <Failed whole={whole} failure={query.failure} retry={() => void query.refetch()} />;
  return skeleton ?? <Skeleton />;
}
