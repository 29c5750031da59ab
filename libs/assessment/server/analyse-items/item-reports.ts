import { type Actor, isId, type Locale, scopeOf } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import { QuestionReader } from '@skillhall/question-bank/server';
import { Injectable } from '@nestjs/common';
import { sayWeakItem, type ItemStatistics } from '../../domain/index.js';
import { ExamRepository } from '../data/exam.repository.js';
import { ItemAnalysisRepository } from '../data/item-analysis.repository.js';
import { OpenPapers } from '../read-attempts/open-papers.js';
import type { ItemAnalysisReport, ItemFigures } from './item-analysis.types.js';

const permission = 'exam.manage';
/** These tell which option is right. */
const aboutKeys: readonly string[] = ['key-suspect', 'dead-distractor'];

/** Reports for who keeps the exam, with the words of the questions. */
@Injectable()
export class ItemReports {
  constructor(
    private readonly database: Database,
    private readonly exams: ExamRepository,
    private readonly analyses: ItemAnalysisRepository,
    private readonly questions: QuestionReader,
    private readonly open: OpenPapers,
  ) {}

  async report(actor: Actor, examId: string, locale: Locale): Promise<ItemAnalysisReport | null> {
    if (!isId(examId)) return null;
    const found = await this.database.asActor(actor, permission, async (tx) => {
      const exam = await this.exams.find(tx, scopeOf(actor, permission), examId);
      return exam && { exam, stored: await this.analyses.stored(tx, examId) };
    });
    if (!found) return null;
    const { exam, stored } = found;
    if (!stored) return { examId, title: exam.title, at: null, test: null, items: [] };
    const items = await this.named(actor, stored.report.items, locale);
    return { examId, title: exam.title, at: stored.at, test: stored.report.test, items };
  }

  private async named(actor: Actor, items: readonly ItemStatistics[], locale: Locale): Promise<ItemFigures[]> {
    const ids = items.map(({ item }) => item);
    const { faces, names, hidden } = await this.database.asSystem('questions of an exam that was found to be kept by the reader', async (tx) => ({
      faces: new Map((await this.questions.versions(tx, ids)).map((face) => [face.versionId, face])),
      names: new Map((await this.questions.names(tx, ids)).map((name) => [name.versionId, name])),
      hidden: actor.personId === null ? new Set<string>() : await this.open.asking(tx, actor.personId, ids),
    }));
    return items.flatMap(({ item, options, flags, ...figures }): ItemFigures[] => {
      const [face, name] = [faces.get(item), names.get(item)];
      if (!face || !name) return [];
      const shut = hidden.has(item);
      const textOf = (key: string): string => face.options.find((option) => option.key === key)?.text ?? '';
      return [
        {
          ...figures,
          ...{ versionId: item, questionId: name.questionId, code: name.code, type: face.type, stem: face.stem },
          options: shut ? null : (options?.map(({ option, key, share, upperShare, lowerShare }) => ({ option, key, share, upperShare, lowerShare, text: textOf(option) })) ?? null),
          flags: flags.filter(({ reason }) => !(shut && aboutKeys.includes(reason))).map((flag) => ({ reason: flag.reason, sentence: sayWeakItem(flag, locale) })),
        },
      ];
    });
  }
}
