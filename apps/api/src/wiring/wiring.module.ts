import { HALL_RATES, QUIZ_PORT } from '@skillhall/learning/server';
import { KEY_WITHHOLDING } from '@skillhall/question-bank/server';
import { Global, Module } from '@nestjs/common';
import { ComplaintHallRates } from './hall-rates.js';
import { OpenPapersWithholdKeys } from './key-withholding.js';
import { QuizCompletesActivity } from './quiz-completes-activity.js';
import { AssessmentQuizPort } from './quiz-port.js';

const ports = [
  { provide: QUIZ_PORT, useClass: AssessmentQuizPort },
  { provide: HALL_RATES, useClass: ComplaintHallRates },
  { provide: KEY_WITHHOLDING, useClass: OpenPapersWithholdKeys },
];

/** Joins capabilities that must not know each other. */
@Global()
@Module({ providers: [...ports, QuizCompletesActivity], exports: [QUIZ_PORT, HALL_RATES, KEY_WITHHOLDING] })
export class WiringModule {}
