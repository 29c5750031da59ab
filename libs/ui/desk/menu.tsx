import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import styles from './menu.module.css';

export interface MenuItem<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly danger?: boolean;
  /** A line above it. */
  readonly apart?: boolean;
}

/** What the button that opens a menu must be given. */
export interface TriggerProps {
  readonly ref: Ref<HTMLButtonElement>;
  readonly onClick: () => void;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
}

interface MenuProps<Key extends string> {
  readonly trigger: (props: TriggerProps) => ReactNode;
  readonly items: readonly MenuItem<Key>[];
  readonly onChoose: (key: Key) => void;
}

const gap = 4;
const edge = 8;
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Below its button, above it where there is more room; never past the edge of the window. */
function place(list: HTMLElement, button: HTMLElement): void {
  const [at, box] = [button.getBoundingClientRect(), list.getBoundingClientRect()];
  const above = at.bottom + gap + box.height > window.innerHeight - edge && at.top > window.innerHeight - at.bottom;
  const room = (above ? at.top : window.innerHeight - at.bottom) - gap - edge;
  list.style.maxHeight = `${room}px`;
  list.style.top = `${above ? at.top - gap - Math.min(box.height, room) : at.bottom + gap}px`;
  list.style.left = `${Math.max(edge, Math.min(at.left, window.innerWidth - box.width - edge))}px`;
}

function List<Key extends string>({ items, button, onChoose, onClose }: Pick<MenuProps<Key>, 'items' | 'onChoose'> & { readonly button: HTMLButtonElement; readonly onClose: (back: boolean) => void }): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const entries = () => [...list.current!.querySelectorAll<HTMLButtonElement>('[role=menuitem]')];
  useLayoutEffect(() => {
    place(list.current!, button);
    entries()[0]?.focus();
  }, [button]);
  useEffect(() => {
    const leave = (event: Event) => {
      const { target } = event;
      if (!(target instanceof Node && (list.current?.contains(target) || button.contains(target)))) onClose(false);
    };
    const kinds = ['pointerdown', 'scroll', 'resize'];
    kinds.forEach((kind) => window.addEventListener(kind, leave, true));
    return () => kinds.forEach((kind) => window.removeEventListener(kind, leave, true));
  }, [button, onClose]);
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step) {
      const all = entries();
      all[step(all.indexOf(document.activeElement as HTMLButtonElement), all.length)]?.focus();
    } else if (event.key === 'Escape') onClose(true);
    else if (event.key === 'Tab') return onClose(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul ref={list} role="menu" className={styles['menu']} onKeyDown={onKey}>
      {items.map(({ key, label, danger, apart }) => (
        <li key={key} role="none" data-apart={apart || undefined}>
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            data-danger={danger || undefined}
            onClick={() => {
              onClose(true);
              onChoose(key);
            }}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A button with a menu: arrows go through it, Escape and a click elsewhere close it. */
export function Menu<Key extends string>({ trigger, items, onChoose }: MenuProps<Key>): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useRef((back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  });
  return (
    <>
      {trigger({ ref: button, onClick: () => setOpen(!open), 'aria-haspopup': 'menu', 'aria-expanded': open })}
      {open && <List items={items} button={button.current!} onChoose={onChoose} onClose={close.current} />}
    </>
  );
}
