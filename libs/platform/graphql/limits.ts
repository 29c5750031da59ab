import { GraphQLError, type ASTVisitor, type FieldNode, type ValidationContext, type ValidationRule } from 'graphql';

const refuse = (context: ValidationContext, message: string): void => context.reportError(new GraphQLError(message));

/** Refuses documents nested deeper than `max` fields, fragments included. */
export const depthLimit = (max: number): ValidationRule => (context) => {
  const measure = (node: { selectionSet?: FieldNode['selectionSet'] }, depth: number, seen: readonly string[]): number => {
    let deepest = depth;
    for (const selection of node.selectionSet?.selections ?? []) {
      if (deepest > max) return deepest;
      if (selection.kind === 'Field') deepest = Math.max(deepest, measure(selection, depth + 1, seen));
      else if (selection.kind === 'InlineFragment') deepest = Math.max(deepest, measure(selection, depth, seen));
      else {
        const name = selection.name.value;
        const fragment = seen.includes(name) ? undefined : context.getFragment(name);
        if (fragment) deepest = Math.max(deepest, measure(fragment, depth, [...seen, name]));
      }
    }
    return deepest;
  };
  return {
    OperationDefinition(node) {
      if (measure(node, 0, []) > max) refuse(context, `The query is nested deeper than ${max}.`);
    },
  };
};

/** Refuses documents with more than `max` aliases: many sign-ins in one request, for example. */
export const aliasLimit = (max: number): ValidationRule => (context): ASTVisitor => {
  let count = 0;
  return {
    Field(node) {
      if (node.alias && ++count === max + 1) refuse(context, `More than ${max} aliases.`);
    },
  };
};

const once = new Set(['signIn', 'changePassword', 'resetPassword', 'createAccounts']);

/** Fields that guess or set passwords may stand in a document once. */
export const onceOnly = (): ValidationRule => (context): ASTVisitor => {
  const seen = new Set<string>();
  return {
    Field(node) {
      const name = node.name.value;
      if (!once.has(name)) return;
      if (seen.has(name)) refuse(context, `${name} may stand in a request once.`);
      seen.add(name);
    },
  };
};

const listSize = (node: FieldNode, variables: Readonly<Record<string, unknown>>): number => {
  const limit = node.arguments?.find(({ name }) => name.value === 'limit')?.value;
  if (!limit) return 1;
  const size = limit.kind === 'IntValue' ? Number(limit.value) : limit.kind === 'Variable' ? Number(variables[limit.name.value]) : 0;
  // What a page holds is capped below the resolver; what is asked for is paid for up to that cap.
  return Number.isFinite(size) ? Math.min(200, Math.max(1, size)) : 50;
};

type Selections = FieldNode['selectionSet'];
type Fragments = Readonly<Record<string, { selectionSet: NonNullable<Selections> } | undefined>>;

/** One for a field with fields below it, times the length of the lists it stands in; scalars are free. */
export function costOf(selections: Selections, fragments: Fragments, variables: Readonly<Record<string, unknown>>): number {
  let cost = 0;
  for (const selection of selections?.selections ?? []) {
    if (selection.kind === 'FragmentSpread') cost += costOf(fragments[selection.name.value]?.selectionSet, fragments, variables);
    else if (selection.kind === 'InlineFragment') cost += costOf(selection.selectionSet, fragments, variables);
    else if (selection.selectionSet) cost += listSize(selection, variables) * (1 + costOf(selection.selectionSet, fragments, variables));
  }
  return cost;
}
