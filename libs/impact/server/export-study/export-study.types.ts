import { NotFoundError, resultUnion } from '@skillhall/platform/graphql';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StudyStateError } from '../manage-studies/manage-studies.types.js';

export const StudyFormatEnum = { xlsx: 'xlsx', pdf: 'pdf' } as const;
export type StudyFormat = keyof typeof StudyFormatEnum;
registerEnumType(StudyFormatEnum, { name: 'StudyFormat' });

@ObjectType()
export class ExportStudySuccess {
  @Field(() => ID, { description: 'To be fetched by you at /files/….' })
  fileId: string;

  @Field()
  fileName: string;
}

export const ExportStudyResult = resultUnion('ExportStudyResult', ExportStudySuccess, NotFoundError, StudyStateError);
