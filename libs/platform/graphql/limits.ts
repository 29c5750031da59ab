import { GraphQLError, type ASTVisitor, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';

const refuse = (context: ValidationContext, message: string): void => context.reportError(new GraphQLError(message));

/** Refuses documents nested deeper than `max` fields, fragments included. */
export const depthLimit = (max: number): ValidationRule => (context) => {
  // Each fragment is measured once, at nought while it is measured: a circle, and fragments that name each other twice.
  const known = new Map<string, number>();
  const depthOf = ({ selectionSet }: { readonly selectionSet?: SelectionSetNode | undefined }): number => {
    let deepest = 0;
    for (const selection of selectionSet?.selections ?? []) {
      const below = selection.kind === 'Field' ? 1 + depthOf(selection) : selection.kind === 'InlineFragment' ? depthOf(selection) : ofFragment(selection.name.value);
      deepest = Math.max(deepest, below);
    }
    return deepest;
  };
  const ofFragment = (name: string): number => {
    const fragment = known.has(name) ? undefined : context.getFragment(name);
    if (fragment) {
      known.set(name, 0);
      known.set(name, depthOf(fragment));
    }
    return known.get(name) ?? 0;
  };
  return {
    OperationDefinition(node) {
      if (depthOf(node) > max) refuse(context, `The query is nested deeper than ${max}.`);
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
