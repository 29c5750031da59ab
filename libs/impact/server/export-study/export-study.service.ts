import { type Actor, civilDateIn, err, failure, type Failure, isId, type Locale, ok, type Result } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Database } from '@skillhall/platform/database';
import { Files } from '@skillhall/platform/files';
import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { type DocumentSource, studyDocument } from '../../domain/index.js';
import { type RunRow, RunRepository } from '../data/run.repository.js';
import { type StudyRow, StudyRepository } from '../data/study.repository.js';
import { ExportStudySuccess, type StudyFormat } from './export-study.types.js';
import { studyPdf } from './study-pdf.js';
import { studyWorkbook } from './study-workbook.js';

const permission = 'impact.read';
const mediaTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pdf: 'application/pdf' } as const;

/** What of other capabilities stands in the document; the resolver has found it for the reader. */
export type Named = Pick<DocumentSource, 'unitName' | 'courseName' | 'coTraining' | 'adjustedPValue'>;

/** Writes a run down for people who have no account: everything that the screen says, doubts included. */
@Injectable()
export class ExportStudy {
  constructor(
    private readonly database: Database,
    private readonly studies: StudyRepository,
    private readonly runs: RunRepository,
    private readonly files: Files,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The run with its study, both within the walls of the reader. */
  async find(actor: Actor, runId: string): Promise<{ run: RunRow; study: StudyRow } | null> {
    if (!isId(runId)) return null;
    return this.database.asActor(actor, permission, async (tx) => {
      const run = await this.runs.find(tx, runId);
      const [study] = run ? await this.studies.byIds(tx, [run.studyId]) : [null];
      return run && study ? { run, study } : null;
    });
  }

  async write(actor: Actor, { run, study }: { run: RunRow; study: StudyRow }, named: Named, format: StudyFormat, locale: Locale): Promise<Result<ExportStudySuccess, Failure>> {
    const source = await this.database.asActor(actor, permission, (tx) => this.source(tx, run, study, named));
    if (!source) return err(failure('STUDY_NOT_DONE'));
    const document = studyDocument(source, locale);
    const now = new Date();
    const bytes = format === 'xlsx' ? await studyWorkbook(document, locale) : await studyPdf(document, locale, now);
    const name = `${study.title}-${run.number}-${civilDateIn(now, this.config.TIME_ZONE)}.${format}`;
    const file = await this.files.save({ name, mediaType: mediaTypes[format], content: Readable.from([bytes]), owner: actor });
    await this.database.asActor(actor, permission, (tx) => this.audit.record(tx, actor, { action: 'study.exported', subjectType: 'study', subjectId: study.id, details: { title: study.title, run: run.number, format } }));
    return ok(Object.assign(new ExportStudySuccess(), { fileId: file.id, fileName: file.name }));
  }

  private async source(tx: Parameters<RunRepository['find']>[0], run: RunRow, study: StudyRow, named: Named): Promise<DocumentSource | null> {
    const { result, sensitivity } = run;
    if (!result || !study.lockedAt || !study.planDigest) return null;
    const all = (await this.runs.ofStudies(tx, [study.id])).toReversed();
    const snapshots = await this.runs.snapshots(tx, all.flatMap(({ snapshotId }) => (snapshotId ? [snapshotId] : [])));
    const digests = new Map(snapshots.flatMap((snapshot) => (snapshot ? [[snapshot.id, snapshot.digest]] : [])));
    const day = (at: Date): string => civilDateIn(at, this.config.TIME_ZONE);
    return {
      ...named,
      ...{ title: study.title, plan: study, lockedAt: day(study.lockedAt), lockedBy: study.lockedBy ?? '', planDigest: study.planDigest, dataUntilAtLock: study.dataUntilAtLock },
      result: { ...result, sensitivity: sensitivity ?? result.sensitivity },
      runs: all.map(({ number, askedAt, askedBy, reason, snapshotId, methodVersion }) => ({ number, askedAt: day(askedAt), askedBy, reason, methodVersion, digest: (snapshotId && digests.get(snapshotId)) ?? null })),
    };
  }
}
