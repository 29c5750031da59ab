import { UnitRepository } from '@skillhall/directory/server';
import { type Actor, type CivilMonth, isId, scopeOf } from '@skillhall/kernel';
import { LearningRecords } from '@skillhall/learning/server';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Database } from '@skillhall/platform/database';
import { CivilMonthScalar } from '@skillhall/platform/graphql';
import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { windowFrom, type WindowSource } from '../../domain/index.js';
import { WindowSourceEnum } from '../read-studies/study.types.js';

@ObjectType()
export class StudyDraftWave {
  @Field(() => CivilMonthScalar)
  month: CivilMonth;

  @Field(() => Int)
  halls: number;
}

@ObjectType({ description: 'What is known of a training before its study is declared; nothing of the complaints.' })
export class StudyDraft {
  @Field(() => Int)
  decisionWindow: number;

  @Field(() => WindowSourceEnum)
  windowSource: WindowSource;

  @Field(() => Int)
  trainedHalls: number;

  @Field(() => [StudyDraftWave], { description: 'Halls by the month of their training, the earliest first.' })
  waves: StudyDraftWave[];
}

const permission = 'study.manage';

@Resolver()
export class StudyDraftResolver {
  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
    private readonly records: LearningRecords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Allow(permission)
  @Query(() => StudyDraft, { nullable: true, description: 'Proposes the length of the decision window; null outside your units.' })
  async studyDraft(@CurrentActor() actor: Actor, @Args('unitId', { type: () => ID }) unitId: string, @Args('courseId', { type: () => ID }) courseId: string): Promise<StudyDraft | null> {
    const unit = await this.database.asActor(actor, permission, (tx) => this.units.findInScope(tx, scopeOf(actor, permission), unitId));
    if (!unit || !isId(courseId)) return null;
    const { halls, decisions } = await this.database.asActor(actor, 'learning-record.read', async (tx) => ({
      halls: await this.records.firstTrainingMonthByHall(tx, courseId, [unit.path], this.config.TIME_ZONE),
      decisions: await this.records.decisions(tx, courseId, [unit.path]),
    }));
    const looked = new Map(decisions.map(({ unitId: hall, decisionMonths }) => [hall, decisionMonths]));
    const months = [...new Set(halls.map(({ month }) => month))].sort();
    return {
      // Without a recorded decision nobody knows why a hall was chosen.
      ...windowFrom(halls.map((hall) => looked.get(hall.unitId) ?? null)),
      trainedHalls: halls.length,
      waves: months.map((month) => ({ month, halls: halls.filter((hall) => hall.month === month).length })),
    };
  }
}
