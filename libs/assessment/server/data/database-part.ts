import type { DatabasePart } from '@skillhall/platform/database';
import { CreateAssessment1700000041000 } from '../migrations/1700000041000-create-assessment.js';
import { QuizzesSeen1700000041250 } from '../migrations/1700000041250-quizzes-seen.js';
import { MarksOfAttempts1700000041050 } from '../migrations/1700000041050-marks-of-attempts.js';
import { CreateExams1700000041100 } from '../migrations/1700000041100-create-exams.js';
import { ExamAttempts1700000041200 } from '../migrations/1700000041200-exam-attempts.js';
import { Practise1700000041500 } from '../migrations/1700000041500-practise.js';
import { MarkingAndRegrades1700000041300 } from '../migrations/1700000041300-marking-and-regrades.js';
import { EventsToldOnce1700000041600 } from '../migrations/1700000041600-events-told-once.js';
import { UnsentAnswers1700000041610 } from '../migrations/1700000041610-unsent-answers.js';
import { PapersPrintedAndEntered1700000041400 } from '../migrations/1700000041400-papers-printed-and-entered.js';

export const assessmentDatabase: DatabasePart = {
  entities: [],
  migrations: [
    CreateAssessment1700000041000,
    MarksOfAttempts1700000041050,
    CreateExams1700000041100,
    ExamAttempts1700000041200,
    QuizzesSeen1700000041250,
    MarkingAndRegrades1700000041300,
    PapersPrintedAndEntered1700000041400,
    Practise1700000041500,
    EventsToldOnce1700000041600,
    UnsentAnswers1700000041610,
  ],
};
