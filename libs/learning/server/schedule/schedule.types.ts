import type { CivilDate, CivilMonth } from '@skillhall/kernel';
import { CivilDateScalar, CivilMonthScalar, ErrorType, InvalidInputError, NotFoundError, pageType, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type AssignmentState, assignmentStateNames, type HintCode, hintCodes, type TrainingReason, trainingReasons } from '../../domain/index.js';
import { same } from '../read-courses/learning.enums.js';

export const TrainingReasonEnum = same(trainingReasons);
registerEnumType(TrainingReasonEnum, { name: 'TrainingReason', description: 'Why these halls: a spike of complaints, the turn of a rotation, a lottery, new colleagues.' });
export const AssignmentStateEnum = same(assignmentStateNames);
registerEnumType(AssignmentStateEnum, { name: 'TrainingAssignmentState' });
export const HintCodeEnum = same(hintCodes);
registerEnumType(HintCodeEnum, { name: 'TrainingHintCode' });

@ObjectType({ description: 'The first session of a course at a hall, with the reason for which it was planned.' })
export class TrainingAssignment {
  @Field(() => ID)
  id: string;

  @Field(() => AssignmentStateEnum)
  state: AssignmentState;

  @Field(() => CivilMonthScalar)
  plannedMonth: CivilMonth;

  @Field(() => CivilDateScalar, { nullable: true })
  plannedOn: CivilDate | null;

  @Field(() => TrainingReasonEnum)
  reason: TrainingReason;

  @Field(() => CivilMonthScalar, { nullable: true, description: 'First of the months whose figures the decision looked at.' })
  lookedFrom: CivilMonth | null;

  @Field(() => CivilMonthScalar, { nullable: true })
  lookedUntil: CivilMonth | null;

  @Field({ description: 'Who decided, as it was written down.' })
  decidedBy: string;

  @Field(() => CivilDateScalar, { nullable: true })
  heldOn: CivilDate | null;

  @Field(() => String, { nullable: true })
  cancelledWhy: string | null;

  @Field(() => ID, { nullable: true })
  lotteryId: string | null;

  courseId: string;
  unitId: string;
}

@ObjectType()
export class TrainingAssignmentPage extends pageType(TrainingAssignment) {}

@InputType()
export class TrainingAssignmentFilter {
  @Field(() => ID, { nullable: true, description: 'The halls at and below this unit.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true })
  courseId?: string | null;

  @Field(() => AssignmentStateEnum, { nullable: true })
  state?: AssignmentState | null;

  @Field(() => TrainingReasonEnum, { nullable: true })
  reason?: TrainingReason | null;
}

@ObjectType({ description: 'What would make it hard to tell later what the training did.' })
export class TrainingHint {
  @Field(() => HintCodeEnum)
  code: HintCode;

  @Field()
  message: string;
}

@InputType()
export class ScheduleTrainingInput {
  @Field(() => ID)
  courseId: string;

  @Field(() => [ID], { description: 'Halls, or units of which all halls are meant.' })
  unitIds: string[];

  @Field(() => CivilMonthScalar)
  plannedMonth: CivilMonth;

  @Field(() => CivilDateScalar, { nullable: true })
  plannedOn?: CivilDate | null;

  @Field(() => TrainingReasonEnum)
  reason: TrainingReason;

  @Field(() => CivilMonthScalar, { nullable: true })
  lookedFrom?: CivilMonth | null;

  @Field(() => CivilMonthScalar, { nullable: true })
  lookedUntil?: CivilMonth | null;

  @Field()
  decidedBy: string;
}

@ObjectType()
export class ScheduleTrainingSuccess {
  @Field(() => Int, { description: 'How many halls.' })
  halls: number;
}

@ErrorType('TRAINING_SCHEDULED')
export class TrainingScheduledError extends UserError {}

@ErrorType('TRAINING_NOT_PLANNED')
export class TrainingNotPlannedError extends UserError {}

export const ScheduleTrainingResult = resultUnion('ScheduleTrainingResult', ScheduleTrainingSuccess, NotFoundError, InvalidInputError, TrainingScheduledError);
export const StepTrainingResult = resultUnion('StepTrainingResult', ScheduleTrainingSuccess, NotFoundError, InvalidInputError, TrainingNotPlannedError);
