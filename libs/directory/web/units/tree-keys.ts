const itemsAround = (item: HTMLElement): readonly HTMLElement[] => [
  ...(item.closest('[role="tree"]')?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? []),
];

interface Acts {
  readonly toggle: () => unknown;
  readonly choose: () => unknown;
}

/** The keys of a tree as screen readers teach them; true when the key meant something here. */
export function moveInTree(key: string, item: HTMLElement, { toggle, choose }: Acts): boolean {
  const items = itemsAround(item);
  const at = items.indexOf(item);
  const expanded = item.getAttribute('aria-expanded');
  const to = (target: Element | null | undefined): boolean => {
    if (target instanceof HTMLElement) target.focus();
    return true;
  };
  const parent = () => item.closest('[role="group"]')?.parentElement?.querySelector('[role="treeitem"]');
  const firstBelow = () => item.parentElement?.querySelector(':scope > [role="group"] [role="treeitem"]');
  const keys: Readonly<Record<string, () => unknown>> = {
    ArrowDown: () => to(items[at + 1]),
    ArrowUp: () => to(items[at - 1]),
    Home: () => to(items[0]),
    End: () => to(items.at(-1)),
    ArrowRight: () => (expanded === 'false' ? toggle() : expanded === 'true' && to(firstBelow())),
    ArrowLeft: () => (expanded === 'true' ? toggle() : to(parent())),
    Enter: choose,
    ' ': choose,
  };
  const act = keys[key];
  act?.();
  return act !== undefined;
}
