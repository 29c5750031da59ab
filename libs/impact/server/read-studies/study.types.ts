import type { ComplaintClass } from '@skillhall/complaints/domain';
import { ComplaintClassEnum } from '@skillhall/complaints/server';
import type { CivilMonth } from '@skillhall/kernel';
import { CivilMonthScalar, pageType } from '@skillhall/platform/graphql';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type ClusterLevel, clusterLevels, type CountRule, countRules, type RunState, runStateNames, type SensitivityResult, type StudyResult, type StudyState, studyStateNames, type WindowSource, windowSources } from '../../domain/index.js';

const enumOf = <const T extends string>(names: readonly T[]): { [N in T]: N } => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };

export const StudyStateEnum = enumOf(studyStateNames);
registerEnumType(StudyStateEnum, { name: 'StudyState' });
export const StudyRunStateEnum = enumOf(runStateNames);
registerEnumType(StudyRunStateEnum, { name: 'StudyRunState' });
export const CountRuleEnum = enumOf(countRules);
registerEnumType(CountRuleEnum, { name: 'CountRule', description: 'Complaints as filed, or only those found to be substantiated.' });
export const ClusterLevelEnum = enumOf(clusterLevels);
registerEnumType(ClusterLevelEnum, { name: 'ClusterLevel', description: 'Level at which training was given; chance is counted by it.' });
export const WindowSourceEnum = enumOf(windowSources);
registerEnumType(WindowSourceEnum, { name: 'WindowSource', description: 'Where the length of the decision window comes from.' });

@ObjectType()
export class StudySnapshot {
  @Field(() => ID)
  id: string;

  @Field({ description: 'SHA-256 of the data.' })
  digest: string;

  @Field(() => Int)
  halls: number;

  @Field(() => Int)
  trainedHalls: number;

  @Field(() => Int)
  months: number;

  @Field(() => Int, { description: 'Months of halls with transactions.' })
  rows: number;

  @Field(() => CivilMonthScalar, { nullable: true })
  firstMonth: CivilMonth | null;

  @Field(() => CivilMonthScalar, { nullable: true })
  lastMonth: CivilMonth | null;

  @Field()
  takenAt: Date;
}

@ObjectType({ description: 'One computation of a study; every one is kept.' })
export class StudyRun {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Counted from 1 in its study.' })
  number: number;

  @Field(() => StudyRunStateEnum)
  state: RunState;

  @Field(() => Int, { description: 'Percent.' })
  progress: number;

  @Field({ description: 'Why it was run; empty for the first run.' })
  reason: string;

  @Field()
  askedAt: Date;

  @Field({ description: 'Name of who asked for it.' })
  askedBy: string;

  @Field(() => String, { nullable: true })
  methodVersion: string | null;

  @Field(() => Date, { nullable: true })
  endedAt: Date | null;

  studyId: string;
  snapshotId: string | null;
  result: StudyResult | null;
  sensitivity: SensitivityResult | null;
}

@ObjectType({ description: 'Did this training lower complaints? A plan, locked before its data are opened, and every run of it.' })
export class Study {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => StudyStateEnum)
  state: StudyState;

  @Field(() => [ComplaintClassEnum], { description: 'Complaints that the training should lower.' })
  outcomeClasses: ComplaintClass[];

  @Field(() => [ComplaintClassEnum], { description: 'Complaints that it cannot move: where these move, the comparison is broken.' })
  controlClasses: ComplaintClass[];

  @Field(() => CountRuleEnum)
  countRule: CountRule;

  @Field(() => Int, { description: 'Months before training that the choice of halls looked at; left out for all halls.' })
  decisionWindow: number;

  @Field(() => WindowSourceEnum)
  windowSource: WindowSource;

  @Field(() => Float, { description: 'The fall worth finding, 0 to 1.' })
  wantedFall: number;

  @Field(() => ClusterLevelEnum)
  cluster: ClusterLevel;

  @Field(() => Float, { nullable: true, description: 'Of the whole training, in yuan.' })
  cost: number | null;

  @Field(() => Int)
  version: number;

  @Field()
  declaredAt: Date;

  @Field({ description: 'Name of who declared it.' })
  declaredBy: string;

  @Field(() => Date, { nullable: true })
  lockedAt: Date | null;

  @Field(() => String, { nullable: true })
  lockedBy: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the plan as it was locked.' })
  planDigest: string | null;

  @Field(() => CivilMonthScalar, { nullable: true, description: 'Last month of volumes that was there at the lock; what came later nobody could know.' })
  dataUntilAtLock: CivilMonth | null;

  courseId: string;
  unitId: string;
  unitPath: string;
  replacesId: string | null;
  replacedById: string | null;
}

@ObjectType()
export class StudyPage extends pageType(Study) {}
