import type { ComplaintClass } from '@skillhall/complaints/domain';
import { ComplaintClassEnum } from '@skillhall/complaints/server';
import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ClusterLevel, CountRule, WindowSource } from '../../domain/index.js';
import { ClusterLevelEnum, CountRuleEnum, Study, StudyRun, WindowSourceEnum } from '../read-studies/study.types.js';

@InputType()
export class SaveStudyInput {
  @Field(() => ID, { nullable: true, description: 'The study to change; none for a new one.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was read; another one in between is not overwritten.' })
  version?: number | null;

  @Field(() => ID, { description: 'The halls below this unit; a study that is changed keeps its own.' })
  unitId: string;

  @Field(() => ID)
  courseId: string;

  @Field()
  title: string;

  @Field(() => [ComplaintClassEnum])
  outcomeClasses: ComplaintClass[];

  @Field(() => [ComplaintClassEnum])
  controlClasses: ComplaintClass[];

  @Field(() => CountRuleEnum)
  countRule: CountRule;

  @Field(() => Int)
  decisionWindow: number;

  @Field(() => WindowSourceEnum)
  windowSource: WindowSource;

  @Field(() => Float)
  wantedFall: number;

  @Field(() => ClusterLevelEnum)
  cluster: ClusterLevel;

  @Field(() => Float, { nullable: true })
  cost?: number | null;

  @Field(() => ID, { nullable: true, description: 'The locked study whose plan this one changes.' })
  replacesId?: string | null;
}

@InputType()
export class RunStudyInput {
  @Field(() => ID)
  studyId: string;

  @Field({ nullable: true, description: 'Why it is run again; the first run needs none.' })
  reason?: string;

  @Field(() => ID, { nullable: true, description: 'A snapshot of the study, to repeat a run on the same data; none to take a new one.' })
  snapshotId?: string | null;
}

@ObjectType()
export class StudySuccess {
  @Field(() => Study)
  study: Study;
}

@ObjectType()
export class RunStudySuccess {
  @Field(() => StudyRun)
  run: StudyRun;
}

@ErrorType('STUDY_CHANGED', 'STUDY_STATE', 'STUDY_RUNNING', 'STUDY_NOT_DONE')
export class StudyStateError extends UserError {}

@ErrorType('STUDY_REASON_NEEDED')
export class StudyReasonError extends UserError {}

export const SaveStudyResult = resultUnion('SaveStudyResult', StudySuccess, NotFoundError, InvalidInputError, StudyStateError);
export const StepStudyResult = resultUnion('StepStudyResult', StudySuccess, NotFoundError, StudyStateError);
export const RunStudyResult = resultUnion('RunStudyResult', RunStudySuccess, NotFoundError, StudyStateError, StudyReasonError);
