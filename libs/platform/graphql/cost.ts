import { Extensions } from '@nestjs/graphql';
import { maxPageSize, usualPageSize } from '@skillhall/kernel';
import { type FieldNode, type FragmentDefinitionNode, getNamedType, type GraphQLField, type GraphQLOutputType, type GraphQLSchema, isCompositeType, isInterfaceType, isListType, isNonNullType, isObjectType, type OperationDefinitionNode, type SelectionSetNode, type ValueNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>;

const inItsRow = 'inItsRow';

/** Says of a list that it lies in the row of its parent, whole: nothing more is read for it. */
export const InItsRow = (): ReturnType<typeof Extensions> => Extensions({ [inItsRow]: true });

/** How long a list is taken to be that nobody asks a length of: units below a unit, roles of a person. */
const usualList = 10;

const isList = (type: GraphQLOutputType): boolean => (isNonNullType(type) ? isList(type.ofType as GraphQLOutputType) : isListType(type));

/** What the operation says, or is handed, for an argument; undefined where nobody says. */
function given(value: ValueNode | undefined, operation: OperationDefinitionNode, variables: Variables): unknown {
  if (value?.kind === 'IntValue') return Number(value.value);
  if (value?.kind !== 'Variable') return undefined;
  const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === value.name.value)?.defaultValue;
  return variables[value.name.value] ?? (declared && given(declared, operation, {}));
}

/** The number of things below the field. What a page holds is capped behind it; what is asked for is paid for up to that cap. */
function sizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode, operation: OperationDefinitionNode, variables: Variables): number {
  if (field.args.some(({ name }) => name === 'limit')) {
    const limit = given(node.arguments?.find(({ name }) => name.value === 'limit')?.value, operation, variables) ?? usualPageSize;
    return Math.min(maxPageSize, Math.max(1, Number(limit) || maxPageSize));
  }
  // The nodes of a page were counted with the page; what lies in the row of its parent is read with it, however long it is.
  return isList(field.type) && node.name.value !== 'nodes' && !field.extensions[inItsRow] ? usualList : 1;
}

/** The worst case of an operation: one for a field with fields below it, times the length of the lists it stands in; scalars are free. */
export function costOf(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments, variables: Variables): number {
  // Each fragment is measured once: those that name each other twice would take for ever otherwise.
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const fragment = fragments[name];
    if (!fragment) return 0;
    const cost = known.get(name) ?? ofSelections(fragment.selectionSet, fragment.typeCondition.name.value);
    known.set(name, cost);
    return cost;
  };
  const ofField = (node: FieldNode, on: string): number => {
    const type = schema.getType(on);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!node.selectionSet || !field || !isCompositeType(getNamedType(field.type))) return 0;
    return sizeOf(field, node, operation, variables) * (1 + ofSelections(node.selectionSet, getNamedType(field.type).name));
  };
  const ofSelections = ({ selections }: SelectionSetNode, on: string): number => {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === 'Field') cost += ofField(selection, on);
      else if (selection.kind === 'FragmentSpread') cost += ofFragment(selection.name.value);
      else cost += ofSelections(selection.selectionSet, selection.typeCondition?.name.value ?? on);
    }
    return cost;
  };
  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation)?.name ?? '');
}
