import { type Actor, type Locale, say } from '@skillhall/kernel';
import { CurrentActor, CurrentLocale, SignedIn } from '@skillhall/platform/access';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Database } from '@skillhall/platform/database';
import { Controller, Get, Inject, NotFoundException, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CandidateRepository, candidateStates } from '../data/candidate.repository.js';
import { SittingAccess } from '../invigilate/sitting-access.js';
import { workbookFile } from '../workbook-file.js';
import { rollWords } from './roll-words.js';

const found = 'the sitting was found to be one that the viewer runs or invigilates';

/** The list of candidates as a workbook: to print, to sign, to keep. */
@Controller('files/sittings')
export class RollController {
  private readonly clock: Intl.DateTimeFormat;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly access: SittingAccess,
    private readonly database: Database,
    private readonly candidates: CandidateRepository,
  ) {
    this.clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: config.TIME_ZONE });
  }

  @SignedIn('invigilators are named per sitting, whatever their role; the sitting is looked for among theirs')
  @Get(':id/candidates.xlsx')
  async roll(
    @Param('id') id: string,
    @Query('search') search: string | undefined,
    @Query('state') wanted: string | undefined,
    @CurrentActor() actor: Actor,
    @CurrentLocale() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sitting = await this.access.invigilated(actor, id);
    if (!sitting) throw new NotFoundException();
    const state = candidateStates.find((name) => name === wanted) ?? null;
    const rows = await this.database.asSystem(found, (tx) => this.candidates.roll(tx, id, { search: search ?? null, state }));
    const word = (key: keyof typeof rollWords): string => say(rollWords[key], locale);
    const header = (['number', 'name', 'unit', 'state', 'admittedBy', 'extraMinutes', 'submittedAt', 'note'] as const).map(word);
    const lines = rows.map((row) => [
      ...[row.staffNumber, row.name, row.unitName, word(row.state), row.state === 'shutOut' ? '' : word(row.byName ? 'byName' : 'byUnit')],
      ...[row.extraMinutes ? String(row.extraMinutes) : '', row.submittedAt ? this.clock.format(row.submittedAt) : '', row.note ?? ''],
    ]);
    return workbookFile(reply, sitting.title, word('sheet'), header, lines);
  }
}
