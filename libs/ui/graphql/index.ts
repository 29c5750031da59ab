export { graphql, type Document } from './document.js';
export { onSignedOut, request, RequestFailure, type FailureKind } from './request.js';
export { forgetAll, refreshAll } from './cache.js';
export { useSettled } from './use-settled.js';
export { useQuery, type QueryState } from './use-query.js';
export { useMutation, type MutationState } from './use-mutation.js';
