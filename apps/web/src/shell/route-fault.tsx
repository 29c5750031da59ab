import { common, usePhrases } from '@skillhall/ui/i18n';
import { Empty } from '@skillhall/ui/page';
import { Button, LinkButton } from '@skillhall/ui/pieces';
import { useEffect, type ReactNode } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { phrases } from './phrases.js';

export function NotFound(): ReactNode {
  const t = usePhrases(common);
  return (
    <Empty whole title={t('notFoundTitle')} action={<LinkButton to="/">{t('toHome')}</LinkButton>}>
      {t('notFoundText')}
    </Empty>
  );
}

/** The same where there is no shell around it. */
export const NotFoundAlone = (): ReactNode => (
  <main>
    <NotFound />
  </main>
);

/** A fault in a page, or a page whose code could not be fetched: the rest of the app stays. */
export function RouteFault(): ReactNode {
  const error = useRouteError();
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  useEffect(() => console.error(error), [error]);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  const offline = !navigator.onLine;
  return (
    <div role="alert">
      <Empty
        whole
        title={offline ? tc('offlineTitle') : t('faultTitle')}
        action={
          <Button look="main" onClick={() => location.reload()}>
            {tc('refresh')}
          </Button>
        }
      >
        {offline ? tc('offlineText') : t('faultText')}
      </Empty>
    </div>
  );
}
