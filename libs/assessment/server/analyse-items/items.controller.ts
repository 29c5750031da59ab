import type { Actor, Locale } from '@skillhall/kernel';
import { say } from '@skillhall/kernel';
import { Allow, CurrentActor, CurrentLocale } from '@skillhall/platform/access';
import { Controller, Get, NotFoundException, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { itemWords } from '../../domain/index.js';
import { workbookFile } from '../workbook-file.js';
import type { ItemFigures } from './item-analysis.types.js';
import { ItemReports } from './item-reports.js';

const heads = ['code', 'stem', 'attempts', 'maximum', 'facility', 'discrimination', 'efficiency', 'upperLower', 'deviation', 'guess', 'intended', 'effective', 'omitted', 'options', 'flags'] as const;
const short = (value: number | null, digits = 2): string => (value === null ? '' : String(Number(value.toFixed(digits))));
const percent = (share: number): string => `${Number((100 * share).toFixed(1))}%`;

const cellsOf = (item: ItemFigures): string[] => [
  ...[item.code, item.stem, String(item.attempts), short(item.maximum), short(item.facility), short(item.discriminationIndex, 1), short(item.discriminativeEfficiency, 1), short(item.upperLower), short(item.standardDeviation)],
  ...[short(item.randomGuessScore), short(item.intendedWeight), short(item.effectiveWeight), short(item.omitted, 0)],
  (item.options ?? []).map(({ option, key, share }) => `${option}${key ? '*' : ''} ${percent(share)}`).join('  '),
  item.flags.map(({ sentence }) => sentence).join('；'),
];

/** The analysis as a file, a row an item. */
@Controller('files/exams')
export class ItemsController {
  constructor(private readonly reports: ItemReports) {}

  @Allow('exam.manage')
  @Get(':examId/items.xlsx')
  async file(@Param('examId') examId: string, @CurrentActor() actor: Actor, @CurrentLocale() locale: Locale, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const report = await this.reports.report(actor, examId, locale);
    if (!report?.at) throw new NotFoundException();
    return workbookFile(reply, report.title, say(itemWords.sheet, locale), heads.map((head) => say(itemWords[head], locale)), report.items.map(cellsOf));
  }
}
