import { type Actor, isId } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { attachment } from '@skillhall/platform/files';
import { Controller, Get, NotFoundException, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadPapers } from './read-papers.service.js';

/** Papers, answer sheets and keys as files. */
@Controller('files/papers')
export class PapersController {
  constructor(private readonly papers: ReadPapers) {}

  @Allow('exam.manage')
  @Get(':id')
  async download(@Param('id') id: string, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const file = isId(id) ? await this.papers.open(actor, id) : null;
    if (!file) throw new NotFoundException();
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(file.content, { type: 'application/pdf', disposition: attachment(file.name), length: file.size });
  }
}
