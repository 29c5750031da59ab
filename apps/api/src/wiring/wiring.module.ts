import { QUIZ_PORT } from '@skillhall/learning/server';
import { Global, Module } from '@nestjs/common';
import { QuizCompletesActivity } from './quiz-completes-activity.js';
import { AssessmentQuizPort } from './quiz-port.js';

/** Joins capabilities that must not know each other. */
@Global()
@Module({ providers: [{ provide: QUIZ_PORT, useClass: AssessmentQuizPort }, QuizCompletesActivity], exports: [QUIZ_PORT] })
export class WiringModule {}
