import { UnsentRepository } from './data/unsent.repository.js';
import { UnsentAnswersResolver } from './unsent-answers/unsent-answers.resolver.js';
import { UnsentAnswers } from './unsent-answers/unsent-answers.service.js';

/** Answers that did not reach the server in time. */
export const lateAnswers = [UnsentRepository, UnsentAnswers, UnsentAnswersResolver];
