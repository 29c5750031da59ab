import { choiceRules, sequenceRules, type BlankKey, type QuestionKey } from '../../domain/index.js';
import type { BlankKeyType, KeyFieldsType } from './content.types.js';

const none: Omit<KeyFieldsType, 'kind'> = {
  ...{ correct: [], rule: null, credits: [], blankKeys: [], anyOrder: false, variables: [], formulas: [], criteria: [], modelAnswer: null },
};

const blankFields = (blank: BlankKey): BlankKeyType =>
  blank.kind === 'text'
    ? { kind: 'text', texts: [...blank.accepted], numbers: [], matchCase: blank.matchCase, unit: null }
    : { kind: 'number', texts: [], numbers: [...blank.accepted], matchCase: false, unit: blank.unit };

/** A key as its authors read it. */
export function keyFields(key: QuestionKey): KeyFieldsType {
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

const blankKey = ({ kind, texts, numbers, matchCase, unit }: BlankKeyType): BlankKey =>
  kind === 'text'
    ? { kind, accepted: texts.map(({ text, credit }) => ({ text, credit })), matchCase }
    : { kind, accepted: numbers.map(({ value, tolerance, credit }) => ({ value, tolerance, credit })), unit };

/** A key as it is kept: only what its kind has. What does not fit is for the check of contents to say. */
export function keyOf({ kind, correct, rule, credits, blankKeys, anyOrder, variables, formulas, criteria, modelAnswer }: KeyFieldsType): QuestionKey {
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
