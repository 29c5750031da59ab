export type FormulaCode =
  | 'formula-empty'
  | 'formula-too-long'
  | 'formula-too-deep'
  | 'formula-unexpected'
  | 'formula-unfinished'
  | 'formula-unknown-name'
  | 'formula-arguments'
  | 'formula-divides-by-zero'
  | 'formula-bad-power'
  | 'formula-too-big';

/** What is wrong with a formula, and where: `at` counts characters from 0. */
export interface FormulaProblem {
  readonly code: FormulaCode;
  readonly at: number;
  readonly text: string;
}

/** How a problem leaves the depths of parsing and evaluating; caught at their borders and never seen outside. */
export class FormulaFault extends Error {
  readonly problem: FormulaProblem;
  constructor(code: FormulaCode, at: number, text: string) {
    super(code);
    this.problem = { code, at, text };
  }
}
