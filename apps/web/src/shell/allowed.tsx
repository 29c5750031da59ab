import type { Permission } from '@skillhall/kernel';
import { RequestFailure } from '@skillhall/ui/graphql';
import { Failed } from '@skillhall/ui/page';
import { useSession } from '@skillhall/ui/session';
import type { ReactNode } from 'react';

const forbidden = new RequestFailure('forbidden', 'not allowed');

/** Spares somebody a page they may not see; what may be read the server decides anyway. */
export function Allowed({ permission, children }: { readonly permission?: Permission | readonly Permission[]; readonly children: ReactNode }): ReactNode {
  const session = useSession();
  const allowed = permission === undefined || (session.status === 'signedIn' && [permission].flat().some((one) => session.viewer.permissions.includes(one)));
  return allowed ? children : <Failed whole failure={forbidden} />;
}
