import { registerEnumType } from '@nestjs/graphql';
import { activityKinds, activityStatuses, courseStatuses, recordStates } from '../../domain/index.js';

export const same = <const T extends string>(values: readonly T[]): { [V in T]: V } => Object.fromEntries(values.map((value) => [value, value])) as { [V in T]: V };

export const ActivityKindEnum = same(activityKinds);
registerEnumType(ActivityKindEnum, { name: 'ActivityKind' });
export const ActivityStateEnum = same(activityStatuses);
registerEnumType(ActivityStateEnum, { name: 'ActivityState' });
export const CourseStatusEnum = same(courseStatuses);
registerEnumType(CourseStatusEnum, { name: 'CourseStatus' });
export const RecordStateEnum = same(recordStates);
registerEnumType(RecordStateEnum, { name: 'RecordState', description: '`open` has not been finished; `stalled` is open without a step for a month.' });
