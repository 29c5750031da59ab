import { type Actor, isId, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { byteRange, partOf } from '@skillhall/platform/files';
import { BadRequestException, Controller, Get, Headers, HttpException, HttpStatus, NotFoundException, Param, PayloadTooLargeException, Post, Req, Res, StreamableFile, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MediaRow } from '../data/media.repository.js';
import { QuestionMediaFiles } from './question-media.js';

/** The answer that carries a file, or the part of it that a player asks for. */
export async function mediaAnswer(files: QuestionMediaFiles, row: MediaRow, wanted: string | undefined, reply: FastifyReply): Promise<StreamableFile> {
  const range = byteRange(wanted, row.size);
  if (range === null) throw new HttpException('There are no such bytes.', HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
  const content = await files.content(row);
  if (!content) throw new NotFoundException();
  void reply.header('cache-control', 'private, max-age=3600').header('accept-ranges', 'bytes').header('content-security-policy', "sandbox; default-src 'none'");
  if (!range) return new StreamableFile(content, { type: row.mediaType, disposition: 'inline', length: row.size });
  void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${row.size}`);
  return new StreamableFile(partOf(content, range), { type: row.mediaType, disposition: 'inline', length: range.end - range.start + 1 });
}

/** Pictures and recordings for those who write questions. */
@Controller('files/question-media')
export class QuestionMediaController {
  constructor(private readonly files: QuestionMediaFiles) {}

  @Allow('question.manage')
  @Post()
  async upload(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<Pick<MediaRow, 'fileId' | 'kind' | 'name'>> {
    const part = await request.file().catch(() => undefined);
    if (!part) throw new BadRequestException('A multipart body with one file is wanted.');
    const taken = await this.files.take(actor, part.filename, part.file);
    if (taken === 'too-large') throw new PayloadTooLargeException();
    if (taken === 'not-media') throw new UnsupportedMediaTypeException();
    const { fileId, kind, name } = taken;
    return { fileId, kind, name };
  }

  @Allow('question.read')
  @Get(':id')
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Headers('range') range: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const row = isId(id) ? await this.files.forAuthor(actor, scopeOf(actor, 'question.read'), id) : null;
    if (!row) throw new NotFoundException();
    return mediaAnswer(this.files, row, range, reply);
  }
}
