import type { Track } from '@skillhall/directory/domain';
import { TrackEnum } from '@skillhall/directory/server';
import { InItsRow } from '@skillhall/platform/graphql';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { questionTypes, questionUses, scoringRules, versionStates, type KeyFields, type QuestionMedia, type QuestionType, type ScoringRule } from '../../domain/index.js';

const same = <const T extends readonly string[]>(values: T): { [V in T[number]]: V } => Object.fromEntries(values.map((value) => [value, value])) as { [V in T[number]]: V };

export const QuestionTypeEnum = same(questionTypes);
registerEnumType(QuestionTypeEnum, { name: 'QuestionType' });
export const QuestionUseEnum = same(questionUses);
registerEnumType(QuestionUseEnum, { name: 'QuestionUse' });
export const VersionStateEnum = same(versionStates);
registerEnumType(VersionStateEnum, { name: 'VersionState' });
export const ScoringRuleEnum = same(scoringRules);
registerEnumType(ScoringRuleEnum, { name: 'ScoringRule', description: 'How much of the mark an answer is worth that is right in part.' });
export const MediaKindEnum = same(['image', 'audio'] as const);
registerEnumType(MediaKindEnum, { name: 'MediaKind' });
export const BlankKindEnum = same(['text', 'number'] as const);
registerEnumType(BlankKindEnum, { name: 'BlankKind' });
export const KeyKindEnum = same(['choice', 'order', 'match', 'blanks', 'formula', 'rubric', 'parts'] as const);
registerEnumType(KeyKindEnum, { name: 'KeyKind' });

// What authors read and what they write have the same shape, hence classes that are both.

@ObjectType('QuestionOption')
@InputType('QuestionOptionInput')
export class QuestionOptionType {
  @Field()
  key: string;

  @Field()
  text: string;
}

@ObjectType('QuestionBlank', { description: 'Something to write into.' })
@InputType('QuestionBlankInput')
export class QuestionBlankType {
  @Field(() => BlankKindEnum)
  kind: keyof typeof BlankKindEnum;

  @Field(() => String, { nullable: true })
  unit: string | null;
}

@ObjectType('QuestionMedia')
@InputType('QuestionMediaInput')
export class QuestionMediaType implements QuestionMedia {
  @Field(() => ID)
  fileId: string;

  @Field(() => MediaKindEnum)
  kind: keyof typeof MediaKindEnum;

  @Field()
  name: string;

  @Field({ description: 'For who cannot see or hear it.' })
  description: string;
}

/** Face of a question or of a part of a case: nothing in it gives the answer away. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
export abstract class FaceType {
  @Field(() => QuestionTypeEnum)
  type: QuestionType;

  @Field({ description: '`[[1]]` is the place of the first blank, `{{name}}` that of a drawn value.' })
  stem: string;

  @InItsRow()
  @Field(() => [QuestionMediaType])
  media: readonly QuestionMediaType[];

  @InItsRow()
  @Field(() => [QuestionOptionType])
  options: readonly QuestionOptionType[];

  @InItsRow()
  @Field(() => [QuestionOptionType], { description: 'What options are matched with.' })
  prompts: readonly QuestionOptionType[];

  @InItsRow()
  @Field(() => [QuestionBlankType])
  blanks: readonly QuestionBlankType[];
}

@ObjectType('AcceptedText')
@InputType('AcceptedTextInput')
export class AcceptedTextType {
  @Field()
  text: string;

  @Field(() => Float)
  credit: number;
}

@ObjectType('AcceptedNumber')
@InputType('AcceptedNumberInput')
export class AcceptedNumberType {
  @Field(() => Float)
  value: number;

  @Field(() => Float)
  tolerance: number;

  @Field(() => Float)
  credit: number;
}

@ObjectType('BlankKey')
@InputType('BlankKeyInput')
export class BlankKeyType {
  @Field(() => BlankKindEnum)
  kind: keyof typeof BlankKindEnum;

  @InItsRow()
  @Field(() => [AcceptedTextType])
  texts: readonly AcceptedTextType[];

  @InItsRow()
  @Field(() => [AcceptedNumberType])
  numbers: readonly AcceptedNumberType[];

  @Field()
  matchCase: boolean;

  @Field(() => String, { nullable: true })
  unit: string | null;
}

@ObjectType('DrawnVariable')
@InputType('DrawnVariableInput')
export class VariableType {
  @Field()
  name: string;

  @Field(() => Float)
  least: number;

  @Field(() => Float)
  most: number;

  @Field(() => Float)
  step: number;
}

@ObjectType('FormulaBlank')
@InputType('FormulaBlankInput')
export class FormulaBlankType {
  @Field()
  formula: string;

  @Field(() => Float)
  tolerance: number;

  @Field(() => Int)
  decimals: number;

  @Field(() => String, { nullable: true })
  unit: string | null;
}

@ObjectType('RubricCriterion')
@InputType('RubricCriterionInput')
export class CriterionType {
  @Field()
  id: string;

  @Field()
  text: string;

  @Field(() => Float, { description: 'Share of the mark; those of a rubric add up to 1.' })
  share: number;
}

@ObjectType('OptionCredit')
@InputType('OptionCreditInput')
export class OptionCreditType {
  @Field()
  key: string;

  @Field(() => Float)
  credit: number;
}

/** Fields of all kinds of keys; those of other kinds are empty. */
@ObjectType({ isAbstract: true })
@InputType('QuestionKeyInput')
export class KeyFieldsType implements KeyFields {
  @Field(() => KeyKindEnum)
  kind: keyof typeof KeyKindEnum;

  @Field(() => [String], { description: 'Right options; the right order; the option of each prompt.' })
  correct: readonly string[];

  @Field(() => ScoringRuleEnum, { nullable: true })
  rule: ScoringRule | null;

  @InItsRow()
  @Field(() => [OptionCreditType])
  credits: readonly OptionCreditType[];

  @InItsRow()
  @Field(() => [BlankKeyType])
  blankKeys: readonly BlankKeyType[];

  @Field({ description: 'Whether what is written may stand in any of the blanks.' })
  anyOrder: boolean;

  @InItsRow()
  @Field(() => [VariableType])
  variables: readonly VariableType[];

  @InItsRow()
  @Field(() => [FormulaBlankType])
  formulas: readonly FormulaBlankType[];

  @InItsRow()
  @Field(() => [CriterionType])
  criteria: readonly CriterionType[];

  @Field(() => String, { nullable: true })
  modelAnswer: string | null;
}

@InputType()
export class QuestionPartInput extends FaceType {
  @Field(() => KeyFieldsType)
  key: KeyFieldsType;

  @Field(() => String, { nullable: true })
  explanation: string | null;
}

@InputType()
export class QuestionContentInput extends QuestionPartInput {
  @Field(() => TrackEnum)
  track: Track;

  @Field(() => String, { nullable: true, description: 'Code of a competency.' })
  competency: string | null;

  @Field(() => Int)
  difficulty: number;

  @Field(() => String, { nullable: true })
  clause: string | null;

  @Field(() => [QuestionPartInput])
  parts: readonly QuestionPartInput[];
}
