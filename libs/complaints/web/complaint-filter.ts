import { complaintClasses } from '@skillhall/complaints/domain';
import type { ComplaintFilter } from '@skillhall/ui/gql';

export const filterNames = ['search', 'class', 'substantiated', 'from', 'until'] as const;
export type FilterName = (typeof filterNames)[number];

const isMonth = (text: string | undefined): text is string => text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** What the address asks for, as the server understands it; what the address got wrong is left out. */
export function complaintFilter(unitId: string, set: Readonly<Record<FilterName, string | undefined>>): ComplaintFilter {
  return {
    unitId,
    search: set.search ?? null,
    class: complaintClasses.find((name) => name === set.class) ?? null,
    substantiated: set.substantiated === 'yes' ? true : set.substantiated === 'no' ? false : null,
    undecided: set.substantiated === 'open' ? true : null,
    from: isMonth(set.from) ? set.from : null,
    until: isMonth(set.until) ? set.until : null,
  };
}

/** The `count` months up to and with `last` (YYYY-MM), the newest first. */
export function monthsBack(last: string, count: number): readonly string[] {
  const [year = 0, month = 1] = last.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const months = year * 12 + (month - 1) - index;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
}
