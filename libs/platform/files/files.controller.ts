import type { Actor } from '@skillhall/kernel';
import { isId } from '@skillhall/kernel';
import { BadRequestException, Controller, Get, HttpException, HttpStatus, NotFoundException, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, SignedIn } from '../access/decorators.js';
import { RateLimit } from '../access/rate-limit.js';
import { Files, type StoredFile } from './files.service.js';

export const attachment = (name: string): string => `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`;

/** More than anybody imports in a day, less than fills a disk. */
const uploadsADay = 200;

@Controller('files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly limit: RateLimit,
  ) {}

  @SignedIn('a file can be read only by who brought it')
  @Post()
  async upload(@Req() request: FastifyRequest, @CurrentActor() owner: Actor): Promise<StoredFile> {
    if ((await this.limit.hit(`upload:${owner.accountId}`, uploadsADay, 24 * 3600)) !== null) throw new HttpException('Too many files for one day.', HttpStatus.TOO_MANY_REQUESTS);
    const part = await request.file().catch(() => undefined);
    if (!part) throw new BadRequestException('A multipart body with one file is wanted.');
    return this.files.save({ name: part.filename, mediaType: 'application/octet-stream', content: part.file, owner });
  }

  @SignedIn('own files only')
  @Get(':id')
  async download(@Param('id') id: string, @CurrentActor() owner: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const file = isId(id) ? await this.files.open(owner, id) : null;
    if (!file) throw new NotFoundException();
    reply.header('cache-control', 'private, no-store');
    return new StreamableFile(file.content, { type: file.mediaType, disposition: attachment(file.name), length: file.size });
  }
}
