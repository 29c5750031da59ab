import type { DatabasePart } from '@skillhall/platform/database';
import { AllQuestionTypes1700000031100 } from '../migrations/1700000031100-all-question-types.js';
import { BanksAbove1700000031350 } from '../migrations/1700000031350-banks-above.js';
import { CreateQuestionBank1700000031000 } from '../migrations/1700000031000-create-question-bank.js';
import { QuestionBankWork1700000031200 } from '../migrations/1700000031200-question-bank-work.js';
import { WhatStandsForAQuestion1700000031300 } from '../migrations/1700000031300-what-stands-for-a-question.js';
import { QuestionExports1700000031401 } from '../migrations/1700000031401-question-exports.js';

export const questionBankDatabase: DatabasePart = {
  entities: [],
  migrations: [CreateQuestionBank1700000031000, AllQuestionTypes1700000031100, QuestionBankWork1700000031200, WhatStandsForAQuestion1700000031300, BanksAbove1700000031350, QuestionExports1700000031401],
};
