export { answerKnown } from './answer-known.js';
export { costOf, InItsRow } from './cost.js';
export { RequestContext } from './context.js';
export { GraphqlModule } from './graphql.module.js';
export { Operations } from './operations.js';
export { pageType, PageInfoType } from './page-type.js';
export { CivilDateScalar, CivilMonthScalar } from './scalars.js';
export { answer, ErrorType, InvalidInputError, NotFoundError, resultUnion, toUserError, UserError } from './user-error.js';
