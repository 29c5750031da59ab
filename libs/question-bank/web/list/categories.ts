import type { QuestionCategoriesQuery } from '@skillhall/ui/gql';

export type Category = QuestionCategoriesQuery['questionCategories'][number];

export interface CategoryNode {
  readonly category: Category;
  readonly children: readonly CategoryNode[];
  /** Questions in it and in all below it. */
  readonly total: number;
}

export interface CategoryTree {
  readonly unit: Category['unit'];
  readonly roots: readonly CategoryNode[];
}

/** One tree a unit, in the order in which they came. */
export function categoryTrees(categories: readonly Category[]): CategoryTree[] {
  const childrenOf = new Map<string | null, Category[]>();
  for (const category of categories) childrenOf.set(category.parentId, [...(childrenOf.get(category.parentId) ?? []), category]);
  const node = (category: Category): CategoryNode => {
    const children = (childrenOf.get(category.id) ?? []).map(node);
    return { category, children, total: children.reduce((sum, { total }) => sum + total, category.questions) };
  };
  const roots = (childrenOf.get(null) ?? []).map(node);
  const units = [...new Map(roots.map(({ category }) => [category.unit?.id, category.unit])).values()];
  return units.map((unit) => ({ unit, roots: roots.filter(({ category }) => category.unit?.id === unit?.id) }));
}

export interface CategoryOption {
  readonly value: string;
  readonly label: string;
}

/** Categories as a list of paths: 法规 / 催缴; of some trees alone, and without what lies below one of them. */
export function categoryOptions(trees: readonly CategoryTree[], { unitId, without }: { readonly unitId?: string | undefined; readonly without?: string } = {}): CategoryOption[] {
  const below = ({ category, children }: CategoryNode, path: string): CategoryOption[] => {
    if (category.id === without) return [];
    const label = path + category.name;
    return [{ value: category.id, label }, ...children.flatMap((child) => below(child, `${label} / `))];
  };
  return trees.filter(({ unit }) => unitId === undefined || unit?.id === unitId).flatMap(({ unit, roots }) => roots.flatMap((root) => below(root, trees.length > 1 && unitId === undefined && unit ? `${unit.name} · ` : '')));
}
