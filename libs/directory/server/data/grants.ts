import type { Grant } from '@skillhall/kernel';
import type { GrantSource } from '@skillhall/platform/access';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

const standing = `select p.unit_id as "unitId", p.unit_path as "unitPath",
    (select coalesce(json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'path', g.unit_path)), '[]')
     from directory.role_grant g where g.person_id = $1 or g.account_id = $2) as grants
  from (select 1) as one left join directory.person p on p.id = $1 and p.left_on is null`;

interface Standing {
  readonly unitId: string | null;
  readonly unitPath: string | null;
  readonly grants: readonly Grant[];
}

/** Whoever stands on the roster is staff of the own unit; every further role has been granted. */
@Injectable()
export class DirectoryGrants implements GrantSource {
  async standingOf(tx: Transaction, { accountId, personId }: { accountId: string; personId: string | null }): Promise<{ unitPath: string | null; grants: readonly Grant[] }> {
    const [{ unitId, unitPath, grants }] = (await tx.query(standing, [personId, accountId])) as [Standing];
    if (unitPath === null) return { unitPath, grants: personId ? [] : grants };
    return { unitPath, grants: [{ role: 'staff', unitId, path: unitPath }, ...grants] };
  }
}
