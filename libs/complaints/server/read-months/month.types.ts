import type { CivilMonth } from '@skillhall/kernel';
import { CivilMonthScalar, pageType } from '@skillhall/platform/graphql';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { ratePer10k } from '../../domain/index.js';
import type { HallMonthRow, UnitMonthRow } from '../data/month.repository.js';

const rateDescription =
  'Counter complaints per 10,000 counter transactions; complaints at halls that reported no transactions stand outside it.';

/** One month of a node: its halls together. */
@ObjectType()
export class UnitMonth {
  @Field(() => CivilMonthScalar)
  month: CivilMonth;

  @Field(() => Int, { nullable: true, description: 'At the counter; null where no hall has reported.' })
  transactions: number | null;

  @Field(() => Int)
  complaints: number;

  @Field(() => Int, { description: 'Of the classes service and business.' })
  counterComplaints: number;

  @Field(() => Float, { nullable: true, description: rateDescription })
  ratePer10k: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of payments made online, 0 to 1, halls weighted by their transactions.' })
  onlineShare: number | null;

  @Field(() => Int, { nullable: true })
  windowStaff: number | null;

  /** Path of the node. */
  path: string;

  static of(row: UnitMonthRow, path: string): UnitMonth {
    const { ratedComplaints, ...numbers } = row;
    return Object.assign(new UnitMonth(), numbers, { path, ratePer10k: ratePer10k(ratedComplaints, row.transactions) });
  }
}

@ObjectType()
export class HallMonth {
  @Field(() => CivilMonthScalar)
  month: CivilMonth;

  @Field(() => Int, { nullable: true })
  transactions: number | null;

  @Field(() => Int)
  complaints: number;

  @Field(() => Int, { description: 'Of the classes service and business.' })
  counterComplaints: number;

  @Field(() => Float, { nullable: true, description: rateDescription })
  ratePer10k: number | null;

  unitId: string;
  path: string;

  static of({ unitPath, ratedComplaints, ...row }: HallMonthRow): HallMonth {
    return Object.assign(new HallMonth(), row, { path: unitPath, ratePer10k: ratePer10k(ratedComplaints, row.transactions) });
  }
}

@ObjectType()
export class HallMonthPage extends pageType(HallMonth) {}
