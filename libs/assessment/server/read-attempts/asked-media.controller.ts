import { type Actor, isId } from '@skillhall/kernel';
import { mediaAnswer, QuestionMediaFiles } from '@skillhall/question-bank/server';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { Controller, Get, Headers, NotFoundException, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AskedVersionsRepository } from '../data/asked-versions.repository.js';

const reason = 'a person sees pictures of questions that a paper or a round of their own asks; the statement names them';

/** Pictures and recordings of questions, for those who are asked them. */
@Controller('files/asked-media')
export class AskedMediaController {
  constructor(
    private readonly database: Database,
    private readonly asked: AskedVersionsRepository,
    private readonly files: QuestionMediaFiles,
  ) {}

  @Allow('quiz.take')
  @Get(':questionId/:fileId')
  async show(@Param('questionId') questionId: string, @Param('fileId') fileId: string, @CurrentActor() { personId }: Actor, @Headers('range') range: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const known = personId !== null && isId(questionId) && isId(fileId);
    const asked = known && (await this.database.asSystem(reason, (tx) => this.asked.asks(tx, personId, questionId)));
    const row = asked ? await this.files.heldBy(fileId, [questionId]) : null;
    if (!row) throw new NotFoundException();
    return mediaAnswer(this.files, row, range, reply);
  }
}
