import type { Track } from '@skillhall/directory/domain';
import { TrackEnum } from '@skillhall/directory/server';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { VersionState } from '../../domain/index.js';
import { FaceType, VersionStateEnum } from '../content/content.types.js';

@ObjectType({ description: 'Something that became of a version.' })
export class VersionStep {
  @Field(() => VersionStateEnum)
  state: VersionState;

  @Field(() => String, { nullable: true })
  comment: string | null;

  @Field()
  at: Date;

  @Field(() => String, { nullable: true, description: 'Null where the system did it.' })
  byName: string | null;
}

@ObjectType({ description: 'One version of a question; it never changes.' })
export class QuestionVersion extends FaceType {
  @Field(() => ID)
  versionId: string;

  @Field(() => Int)
  version: number;

  @Field(() => TrackEnum)
  track: Track;

  @Field(() => String, { nullable: true })
  competency: string | null;

  @Field(() => Int)
  difficulty: number;

  @Field(() => String, { nullable: true })
  clause: string | null;

  @Field()
  createdAt: Date;

  @Field(() => String, { nullable: true })
  authorName: string | null;
}
