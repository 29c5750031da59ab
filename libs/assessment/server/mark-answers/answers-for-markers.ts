import { AnswerKeys, QuestionReader } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { fullShare, hundredths, inMarks, marksSeenBy, type MarkingRules, type Paper, rubricLines } from '../../domain/index.js';
import type { GivenMark, ToMarkRow } from '../data/marking.repository.js';
import { ClaimAnswerSuccess } from './mark-answers.types.js';

const asked = `select a.paper, (select c.until from assessment.marking_claim c where c.attempt_id = a.id and c.question_id = $2 and c.account_id = $3) as until,
    (select x -> 'choice' from jsonb_array_elements(coalesce(l.answers, r.answers)) as x where x ->> 'questionId' = $2::uuid::text) as choice
  from assessment.attempt a join assessment.attempt_result r on r.attempt_id = a.id
  left join lateral (select answers from assessment.later_result l where l.attempt_id = a.id order by version desc limit 1) l on true where a.id = $1`;

/** Puts together what a marker sees: question, rubric, model answer and the text that counts, late or corrected as it may be. Nothing of the person. */
@Injectable()
export class AnswersForMarkers {
  constructor(
    private readonly questions: QuestionReader,
    private readonly keys: AnswerKeys,
  ) {}

  async claimed(systemTx: Transaction, row: ToMarkRow, rules: MarkingRules, marks: readonly GivenMark[], accountId: string): Promise<ClaimAnswerSuccess> {
    const { id, attemptId, questionId, maxMarks } = row;
    const [{ paper, until, choice }] = (await systemTx.query(asked, [attemptId, questionId, accountId])) as [{ paper: Paper; until: Date; choice: string[] }];
    const { key } = (await this.keys.of(systemTx, [questionId]))[0]!;
    const onPaper = paper.questions.find((question) => question.id === questionId);
    const faces = await this.questions.versions(systemTx, [questionId, ...(onPaper?.caseId ? [onPaper.caseId] : [])]);
    const [face, shared] = [faces[0]!, faces[1]];
    const { type, stem, media, options, prompts, blanks } = face;
    const answer = {
      ...{ id, questionId, maxMarks, until, type, stem, media, options, prompts, blanks, answer: choice },
      case: shared ? { id: shared.versionId, stem: shared.stem, media: shared.media } : null,
      values: Object.entries(onPaper?.values ?? {}).map(([name, value]) => ({ name, value })),
      criteria: key.kind === 'rubric' ? rubricLines(key.criteria, maxMarks) : [],
      modelAnswer: key.kind === 'rubric' ? key.modelAnswer : null,
      earlier: (marksSeenBy(rules, marks, accountId) as readonly GivenMark[]).map(({ share, comment }) => ({ marks: inMarks(Math.round((share * hundredths(maxMarks)) / fullShare)), comment })),
    };
    return Object.assign(new ClaimAnswerSuccess(), { answer });
  }
}
