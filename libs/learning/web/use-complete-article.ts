import { useMutation } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useEffect, useState } from 'react';
import { completeArticleMutation } from './documents.js';
import { phrases } from './phrases.js';

interface CompleteArticle {
  readonly complete: () => Promise<void>;
  readonly busy: boolean;
  readonly fault: string | undefined;
  /** Seconds to read on before the server believes it. */
  readonly waitSeconds: number;
}

/** Tells the server that the article was read; the server decides whether that was long enough. */
export function useCompleteArticle(activityId: string): CompleteArticle {
  const t = usePhrases(phrases);
  const [run, { running }] = useMutation(completeArticleMutation);
  const [fault, setFault] = useState<string>();
  const [wait, setWait] = useState(0);
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const complete = async () => {
    setFault(undefined);
    const result = (await run({ activityId }))?.completeArticle;
    if (result?.__typename === 'TooFastError') setWait(Math.ceil(result.waitSeconds));
    else if (result?.__typename !== 'CompleteArticleSuccess') setFault(result?.message ?? t('markFailed'));
  };
  return { complete, busy: running, fault, waitSeconds: wait };
}
