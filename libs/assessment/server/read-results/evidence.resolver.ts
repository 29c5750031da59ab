import { isId, scopeOf } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { fullShare, hundredths, inMarks } from '../../domain/index.js';
import { BoardRepository } from '../data/board.repository.js';
import { EvidenceRepository } from '../data/evidence.repository.js';
import { AttemptLoader } from '../read-attempts/attempt.loader.js';
import { OpenPapers } from '../read-attempts/open-papers.js';
import { type PaperAnswer, PaperEvidence } from './evidence.types.js';

const reason = 'the paper of somebody in the scope of the reader, whose sitting is over for everybody';

/** A paper that has been handed in, for who answers for its result. Open papers are never shown. */
@Resolver()
export class EvidenceResolver {
  constructor(
    private readonly database: Database,
    private readonly evidence: EvidenceRepository,
    private readonly board: BoardRepository,
    private readonly open: OpenPapers,
    private readonly loader: AttemptLoader,
  ) {}

  @Allow('exam.read-results')
  @Query(() => PaperEvidence, { nullable: true, description: 'None while anybody still writes at the sitting, nor of the reader’s own paper.' })
  async paperEvidence(@Args('attemptId', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<PaperEvidence | null> {
    const { personId } = context.actor!;
    if (!isId(id)) return null;
    const found = await this.database.asSystem(reason, async (tx) => {
      const row = await this.evidence.find(tx, id, scopeOf(context.actor!, 'exam.read-results'), personId);
      if (!row) return null;
      const asked = row.paper.questions.map((question) => question.id);
      const hidden = personId === null ? new Set<string>() : await this.open.asking(tx, personId, asked);
      const [grades, marks, events, incidents] = [await this.evidence.grades(tx, id), await this.evidence.marks(tx, id), await this.board.events(tx, row.sittingId, id), await this.evidence.incidents(tx, row.sittingId, id)];
      return { row, hidden, grades, marks, events, incidents };
    });
    if (!found) return null;
    const { row, hidden, grades, marks, events, incidents } = found;
    const graded = new Map(row.answers.map((answer) => [answer.questionId, answer]));
    const answers = (await this.loader.questions(context, row)).flatMap((question): PaperAnswer[] => {
      const answer = graded.get(question.id);
      if (!answer || hidden.has(question.id)) return [];
      const given = marks.filter(({ questionId }) => questionId === question.id).map(({ round, share, comment }) => ({ round, comment, marks: inMarks(Math.round((share * hundredths(answer.maxMarks)) / fullShare)) }));
      return [{ question, choice: [...answer.choice], marks: answer.marks, given }];
    });
    const told = events.map(({ kind, at, detail }) => ({ kind, at, seconds: typeof detail['seconds'] === 'number' ? detail['seconds'] : null }));
    const { id: attemptId, personName, staffNumber, unitName, examTitle, sittingTitle, startedAt, submittedAt, submittedBy, receiptCode } = row;
    return { id: attemptId, personName, staffNumber, unitName, examTitle, sittingTitle, startedAt, submittedAt, submittedBy, receiptCode, grades, answers, events: told, incidents };
  }
}
