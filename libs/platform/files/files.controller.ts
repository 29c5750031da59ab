import type { Actor } from '@skillhall/kernel';
import { isId } from '@skillhall/kernel';
import { BadRequestException, Controller, Get, HttpException, HttpStatus, NotFoundException, Param, PayloadTooLargeException, Post, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, SignedIn } from '../access/decorators.js';
import { RateLimit } from '../access/rate-limit.js';
import { Files, type StoredFile } from './files.service.js';
import { wellFormed } from './file-name.js';

/** The header by which a browser saves a file under `name` (RFC 8187), whatever the name holds. */
export const attachment = (name: string): string => {
  const encoded = encodeURIComponent(wellFormed(name)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="file"; filename*=UTF-8''${encoded}`;
};

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
    if (!(await this.files.hasRoom(owner))) throw new HttpException('Your files take up all the room there is for one account.', HttpStatus.INSUFFICIENT_STORAGE);
    const { file: content, filename } = part;
    const name = filename || 'file';
    // A file beyond the limit is cut there, without a word to who reads it.
    const checkWhole = (): void => {
      if (content.truncated) throw new PayloadTooLargeException();
    };
    return this.files.save({ name, mediaType: 'application/octet-stream', content, owner, checkWhole }).catch((error: unknown) => {
      throw content.errored && !(error instanceof HttpException) ? new BadRequestException('The upload broke off.') : error;
    });
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
