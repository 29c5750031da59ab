import { choiceRules, sequenceRules, type BlankKey, type Criterion, type FormulaBlank, type NumberAnswer, type QuestionKey, type ScoringRule, type TextAnswer, type Variable } from './key.js';

export interface BlankKeyFields {
  readonly kind: 'text' | 'number';
  readonly texts: readonly TextAnswer[];
  readonly numbers: readonly NumberAnswer[];
  readonly matchCase: boolean;
  readonly unit: string | null;
}

/** A key of any kind with the fields of all kinds, as it goes over the wire; those of other kinds are empty. */
export interface KeyFields {
  readonly kind: QuestionKey['kind'];
  readonly correct: readonly string[];
  readonly rule: ScoringRule | null;
  readonly credits: readonly { readonly key: string; readonly credit: number }[];
  readonly blankKeys: readonly BlankKeyFields[];
  readonly anyOrder: boolean;
  readonly variables: readonly Variable[];
  readonly formulas: readonly FormulaBlank[];
  readonly criteria: readonly Criterion[];
  readonly modelAnswer: string | null;
}

const none: Omit<KeyFields, 'kind'> = {
  ...{ correct: [], rule: null, credits: [], blankKeys: [], anyOrder: false, variables: [], formulas: [], criteria: [], modelAnswer: null },
};

const blankFields = (blank: BlankKey): BlankKeyFields =>
  blank.kind === 'text'
    ? { kind: 'text', texts: [...blank.accepted], numbers: [], matchCase: blank.matchCase, unit: null }
    : { kind: 'number', texts: [], numbers: [...blank.accepted], matchCase: false, unit: blank.unit };

/** A key as its authors read it. */
export function keyFields(key: QuestionKey): KeyFields {
  const { kind } = key;
  switch (kind) {
    case 'choice':
      return { ...none, kind, correct: [...key.correct], rule: key.rule, credits: Object.entries(key.credits ?? {}).map(([option, credit]) => ({ key: option, credit })) };
    case 'order':
    case 'match':
      return { ...none, kind, correct: [...key.correct], rule: key.rule };
    case 'blanks':
      return { ...none, kind, blankKeys: key.blanks.map(blankFields), anyOrder: key.anyOrder };
    case 'formula':
      return { ...none, kind, variables: [...key.variables], formulas: [...key.blanks] };
    case 'rubric':
      return { ...none, kind, criteria: [...key.criteria], modelAnswer: key.modelAnswer };
    case 'parts':
      return { ...none, kind };
  }
}

const blankKey = ({ kind, texts, numbers, matchCase, unit }: BlankKeyFields): BlankKey =>
  kind === 'text'
    ? { kind, accepted: texts.map(({ text, credit }) => ({ text, credit })), matchCase }
    : { kind, accepted: numbers.map(({ value, tolerance, credit }) => ({ value, tolerance, credit })), unit };

/** A key as it is kept: only what its kind has. What does not fit is for the check of contents to say. */
export function keyOf({ kind, correct, rule, credits, blankKeys, anyOrder, variables, formulas, criteria, modelAnswer }: KeyFields): QuestionKey {
  switch (kind) {
    case 'choice': {
      const chosen = choiceRules.find((each) => each === rule) ?? 'allOrNothing';
      return { kind, correct: [...correct].sort(), rule: chosen, credits: chosen === 'perOption' ? Object.fromEntries(credits.map(({ key, credit }) => [key, credit])) : null };
    }
    case 'order':
    case 'match':
      return { kind, correct: [...correct], rule: sequenceRules.find((each) => each === rule) ?? 'allOrNothing' };
    case 'blanks':
      return { kind, blanks: blankKeys.map(blankKey), anyOrder };
    case 'formula':
      return {
        kind,
        variables: variables.map(({ name, least, most, step }) => ({ name, least, most, step })),
        blanks: formulas.map(({ formula, tolerance, decimals, unit }) => ({ formula, tolerance, decimals, unit })),
      };
    case 'rubric':
      return { kind, criteria: criteria.map(({ id, text, share }) => ({ id, text, share })), modelAnswer };
    case 'parts':
      return { kind };
  }
}
