import type { Transaction } from '../database/index.js';

export interface AuditHead {
  readonly entries: number;
  /** Hash of the last entry, hexadecimal; kept elsewhere, it proves later that no entry was cut off. */
  readonly head: string | null;
}

export interface AuditVerification extends AuditHead {
  readonly intact: boolean;
  /** Number of the first entry that was changed, or that follows one taken out. */
  readonly brokenAt: number | null;
  /** Whether the expected head was found at its place, where one was given. */
  readonly headFound: boolean | null;
}

const check = `with chain as (
    select e.seq, e.hash, row_number() over w as place, lag(e.hash, 1, '\\x'::bytea) over w as before,
      e.previous_hash, platform.audit_hash(e) as computed
    from platform.audit_entry e window w as (order by e.seq))
  select count(*)::int as entries,
    (select encode(hash, 'hex') from platform.audit_entry order by seq desc limit 1) as head,
    min(seq) filter (where hash <> computed or previous_hash <> before or seq <> place)::int as "brokenAt"
  from chain`;

const findHead = `select exists (select from platform.audit_entry where seq = $1 and encode(hash, 'hex') = $2) as found`;

/** Computes the whole chain anew. `expected` is an entry count and head noted down earlier. */
export async function verifyAuditLog(tx: Transaction, expected?: { entries: number; head: string }): Promise<AuditVerification> {
  const [row] = (await tx.query(check)) as [AuditHead & { brokenAt: number | null }];
  let headFound: boolean | null = null;
  if (expected) {
    const [answer] = (await tx.query(findHead, [expected.entries, expected.head])) as [{ found: boolean }];
    headFound = answer.found;
  }
  return { ...row, headFound, intact: row.brokenAt === null && headFound !== false };
}
