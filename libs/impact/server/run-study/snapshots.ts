import type { ComplaintClass } from '@skillhall/complaints/domain';
import { CountPanel } from '@skillhall/complaints/server';
import { type CivilMonth, monthFromIndex, monthIndex, newId } from '@skillhall/kernel';
import { LearningRecords } from '@skillhall/learning/server';
import { NEVER_TREATED } from '@skillhall/statistics';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Files } from '@skillhall/platform/files';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type ClusterLevel, type CoTraining, coTrainingOf, type CountRule, type StudyPanel } from '../../domain/index.js';
import { RunRepository, type SnapshotRow } from '../data/run.repository.js';
import type { StudyRow } from '../data/study.repository.js';
import { CountyLookup } from './county-lookup.js';
import { packSnapshot, snapshotBytes, unpackSnapshot } from './snapshot-bytes.js';

const reason = 'a study speaks of all halls below its unit, whoever asked for the run';

/** What a run is computed on. */
export interface Snapshot {
  readonly panel: StudyPanel;
  readonly coTraining: readonly CoTraining[];
}

/** What of a study decides which data it is made of. */
export interface SnapshotOrder {
  readonly unitPath: string;
  readonly courseId: string;
  readonly outcomeClasses: readonly ComplaintClass[];
  readonly controlClasses: readonly ComplaintClass[];
  readonly countRule: CountRule;
  readonly cluster: ClusterLevel;
}

/** Takes the data of a study as they are now, keeps them whole, and gives them back as they were. */
@Injectable()
export class Snapshots {
  constructor(
    private readonly database: Database,
    private readonly counts: CountPanel,
    private readonly records: LearningRecords,
    private readonly counties: CountyLookup,
    private readonly runs: RunRepository,
    private readonly files: Files,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async take(study: StudyRow): Promise<{ row: Omit<SnapshotRow, 'takenAt'>; snapshot: Snapshot }> {
    const snapshot = await this.database.asSystem(reason, async (tx) => {
      const panel = await this.read(tx, study);
      const others = await this.records.otherTrainingMonthsByHall(tx, study.courseId, [study.unitPath], this.config.TIME_ZONE);
      return { panel, coTraining: coTrainingOf(panel, study.decisionWindow, others.map((other) => ({ ...other, month: monthIndex(other.month) }))) };
    });
    const bytes = snapshotBytes(snapshot);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const id = newId();
    const file = await this.files.save({ name: `study-${study.id}-${id}.bin`, mediaType: 'application/octet-stream', content: Readable.from([await packSnapshot(bytes)]), owner: null });
    const { panel } = snapshot;
    const month = (at: number): CivilMonth | null => (panel.months ? monthFromIndex(at) : null);
    const row = {
      ...{ id, fileId: file.id, digest, halls: panel.hallIds.length, months: panel.months },
      rows: panel.transactions.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0),
      trainedHalls: panel.trainedFrom.reduce((sum, first) => sum + (first === NEVER_TREATED ? 0 : 1), 0),
      ...{ firstMonth: month(panel.firstMonth), lastMonth: month(panel.firstMonth + panel.months - 1) },
    };
    await this.database.asSystem(reason, (tx) => this.runs.addSnapshot(tx, study.id, row));
    return { row, snapshot };
  }

  /** The data as they were; throws where they are gone or are not what was kept. */
  async open(row: SnapshotRow): Promise<Snapshot> {
    const content = await this.files.content(row.fileId);
    if (!content) throw new Error(`the data of snapshot ${row.id} are gone`);
    const bytes = await unpackSnapshot(await buffer(content));
    if (createHash('sha256').update(bytes.raw).digest('hex') !== row.digest) throw new Error(`the data of snapshot ${row.id} are not what was kept`);
    return bytes.snapshot;
  }

  /** The panel as the registers have it now; everything of one transaction, so that volumes, complaints and training are of one moment. */
  async read(tx: Transaction, study: SnapshotOrder): Promise<StudyPanel> {
    const counted = await this.counts.read(tx, { path: study.unitPath, classes: [study.outcomeClasses, study.controlClasses], substantiatedOnly: study.countRule === 'substantiated' });
    const training = await this.records.firstTrainingMonthByHall(tx, study.courseId, [study.unitPath], this.config.TIME_ZONE);
    const trainedAt = new Map(training.map(({ unitId, month }) => [unitId, monthIndex(month)]));
    const [outcome, control] = counted.counts as [Int32Array, Int32Array];
    const { hallIds, hallPaths, firstMonth, months, transactions } = counted;
    const trainedFrom = new Int32Array(hallIds.length).map((_, hall) => trainedAt.get(hallIds[hall]!) ?? NEVER_TREATED);
    return {
      ...{ hallIds, firstMonth, months, transactions, outcome, control, trainedFrom },
      cluster: study.cluster === 'hall' ? new Int32Array(hallIds.length).map((_, hall) => hall) : await this.counties.numbers(tx, study.unitPath, hallPaths),
    };
  }
}
