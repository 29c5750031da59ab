import { pageType } from '@skillhall/platform/graphql';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'How far the marking has come.' })
export class MarkingCounts {
  @Field(() => Int, { description: 'Nobody has marked it.' })
  waiting: number;

  @Field(() => Int, { description: 'One of two has.' })
  once: number;

  @Field(() => Int, { description: 'Two lie too far apart.' })
  disputed: number;

  @Field(() => Int)
  settled: number;

  @Field(() => Int, { description: 'Marked by the viewer.' })
  mine: number;
}

@ObjectType({ description: 'How far two blind markers agree; null where the marks cannot say.' })
export class MarkerAgreementType {
  @Field(() => Int, { description: 'Answers that both have marked.' })
  answers: number;

  @Field(() => Float, { nullable: true, description: 'Share given exactly the same marks.' })
  exact: number | null;

  @Field(() => Float, { nullable: true, description: 'In marks.' })
  meanAbsoluteDifference: number | null;

  @Field(() => Float, { nullable: true })
  weightedKappa: number | null;

  @Field(() => Float, { nullable: true })
  intraclass: number | null;
}

@ObjectType()
export class QuestionToMark extends MarkingCounts {
  @Field(() => ID)
  questionId: string;

  @Field()
  stem: string;

  @Field(() => Float)
  maxMarks: number;

  @Field(() => MarkerAgreementType, { nullable: true, description: 'For who keeps the exam; null for markers.' })
  agreement: MarkerAgreementType | null;
}

@ObjectType({ description: 'An exam with answers that people mark.' })
export class ExamToMark {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => Int)
  markers: number;

  @Field(() => Int, { description: 'Percent of the mark by which two may differ.' })
  markingGap: number;
}

@ObjectType()
export class ExamToMarkPage extends pageType(ExamToMark) {}
