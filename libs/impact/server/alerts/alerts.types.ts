import type { CivilMonth } from '@skillhall/kernel';
import { CivilMonthScalar, ErrorType, NotFoundError, pageType, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type AlertKind, alertKinds } from '../../domain/index.js';

export const AlertKindEnum = Object.fromEntries(alertKinds.map((name) => [name, name])) as { [K in AlertKind]: K };
registerEnumType(AlertKindEnum, { name: 'AlertKind', description: 'rate: a month above the limits of a u′ chart; sum: a CUSUM of a hall.' });

@ObjectType({ description: 'Complaints of a unit beyond what chance explains. It says where to look and proves nothing.' })
export class ImpactAlert {
  @Field(() => ID)
  id: string;

  @Field(() => AlertKindEnum)
  kind: AlertKind;

  @Field(() => CivilMonthScalar)
  month: CivilMonth;

  @Field(() => CivilMonthScalar, { description: 'First month that the signal rests on; with `month` it is the decision window of whoever acts on it.' })
  since: CivilMonth;

  @Field(() => Int)
  complaints: number;

  @Field(() => Float)
  expected: number;

  @Field(() => Float, { description: 'Per 10,000 transactions.' })
  rate: number;

  @Field(() => Float, { nullable: true })
  limit: number | null;

  @Field()
  raisedAt: Date;

  @Field(() => Date, { nullable: true })
  acknowledgedAt: Date | null;

  @Field(() => String, { nullable: true })
  acknowledgedBy: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  unitId: string;
}

@ObjectType()
export class ImpactAlertPage extends pageType(ImpactAlert) {}

@ObjectType()
export class AlertSuccess {
  @Field(() => ImpactAlert)
  alert: ImpactAlert;
}

@ErrorType('ALERT_ACKNOWLEDGED')
export class AlertStateError extends UserError {}

export const AcknowledgeAlertResult = resultUnion('AcknowledgeAlertResult', AlertSuccess, NotFoundError, AlertStateError);
