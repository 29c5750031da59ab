/** The one shape of a list for tables. */
export interface Page<T> {
  readonly nodes: readonly T[];
  readonly totalCount: number;
  readonly pageInfo: PageInfo;
}

export interface PageInfo {
  readonly offset: number;
  readonly limit: number;
  readonly hasNextPage: boolean;
}

export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

export const maxPageSize = 200;
/** What a page holds where nobody says. */
export const usualPageSize = 50;

/** Clamps what a client asks for to what a page may hold. */
export function pageRequest(offset: number | null | undefined, limit: number | null | undefined): PageRequest {
  return {
    offset: Math.max(0, Math.trunc(offset ?? 0)),
    limit: Math.min(maxPageSize, Math.max(1, Math.trunc(limit ?? usualPageSize))),
  };
}

export function pageOf<T>(nodes: readonly T[], totalCount: number, { offset, limit }: PageRequest): Page<T> {
  return { nodes, totalCount, pageInfo: { offset, limit, hasNextPage: offset + nodes.length < totalCount } };
}
