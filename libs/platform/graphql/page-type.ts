import type { Page } from '@skillhall/kernel';
import { type Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('PageInfo')
export class PageInfoType {
  @Field(() => Int)
  offset: number;

  @Field(() => Int)
  limit: number;

  @Field()
  hasNextPage: boolean;
}

/** Base class of an `XPage`: the one shape of a list for tables. */
export function pageType<T>(node: Type<T>): Type<Page<T>> {
  @ObjectType({ isAbstract: true })
  class PageType implements Page<T> {
    @Field(() => [node])
    nodes: T[];

    @Field(() => Int)
    totalCount: number;

    @Field(() => PageInfoType)
    pageInfo: PageInfoType;
  }
  return PageType;
}
