import { type ChoiceShape, type Draw, type DrawnValues, drawValues, shuffled, type Variable } from '@skillhall/question-bank/domain';

/** One question of a paper: its version in the bank and its options in the order in which they are shown. */
export interface PaperQuestion extends ChoiceShape {
  /** Id of the question version; of a case, of the part. */
  readonly id: string;
  /** At most two decimals; absent for 1. */
  readonly marks?: number;
  /** Index in the sections of the paper; absent where it has none. */
  readonly section?: number;
  /** Of a part of a case: the version of the case, whose stem it shares. */
  readonly caseId?: string;
  /** Drawn for this attempt; absent where there is nothing to draw. */
  readonly values?: DrawnValues;
}

export interface PaperSection {
  readonly title: string;
}

/** What one attempt is asked, frozen when it starts. */
export interface Paper {
  readonly questions: readonly PaperQuestion[];
  /** Absent for a paper of one piece. */
  readonly sections?: readonly PaperSection[];
}

export interface PaperRules {
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
}

/** A question on its way onto a paper. */
export interface PaperSource extends Omit<PaperQuestion, 'values'> {
  /** Of a calculation: what is drawn for each attempt. They stand in the key and do not go onto the paper. */
  readonly variables?: readonly Variable[];
}

/** Sources in groups of equal `key`, in the order in which each key is met first. */
function grouped<K>(sources: readonly PaperSource[], key: (source: PaperSource) => K): PaperSource[][] {
  const groups = new Map<K, PaperSource[]>();
  for (const source of sources) {
    const group = groups.get(key(source));
    if (group) group.push(source);
    else groups.set(key(source), [source]);
  }
  return [...groups.values()];
}

/** Questions in a new order; the parts of a case stay together and in theirs. */
const inNewOrder = (sources: readonly PaperSource[], draw: Draw): PaperSource[] => shuffled(grouped(sources, ({ id, caseId }) => caseId ?? id), draw).flat();

/**
 * Options may always be put in another order where the order written is often the answer (ordering, matching), never
 * for true and false, which only confuses, and for others as the rules say.
 */
function optionOrder({ type, optionKeys }: PaperSource, shuffleOptions: boolean, draw: Draw): string[] {
  const turned = type === 'ordering' || type === 'matching' || (shuffleOptions && type !== 'trueFalse');
  return turned ? shuffled(optionKeys, draw) : [...optionKeys];
}

function frozen(source: PaperSource, shuffleOptions: boolean, draw: Draw): PaperQuestion {
  const { variables = [], ...question } = source;
  return { ...question, optionKeys: optionOrder(source, shuffleOptions, draw), ...(variables.length > 0 && { values: drawValues(variables, draw) }) };
}

/** The paper of one attempt: questions in an order of their own within each section, options and values drawn. */
export function freezePaper(sources: readonly PaperSource[], { shuffleQuestions, shuffleOptions }: PaperRules, draw: Draw, sections: readonly PaperSection[] = []): Paper {
  const bySection = grouped(sources, ({ section }) => section ?? 0).sort(([a], [b]) => (a!.section ?? 0) - (b!.section ?? 0));
  const ordered = bySection.flatMap((group) => (shuffleQuestions ? inNewOrder(group, draw) : group));
  return { questions: ordered.map((source) => frozen(source, shuffleOptions, draw)), ...(sections.length > 0 && { sections }) };
}
