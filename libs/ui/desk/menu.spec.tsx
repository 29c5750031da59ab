import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Menu } from './menu.js';

const items = [{ key: 'a', label: '甲' }, { key: 'b', label: '乙' }, { key: 'c', label: '丙', danger: true }] as const;

function shown() {
  const chosen: string[] = [];
  render(
    <>
      <Menu items={items} onChoose={(key) => chosen.push(key)} trigger={(props) => <button {...props}>打开</button>} />
      <p>别处</p>
    </>,
  );
  return chosen;
}
const button = () => screen.getByRole('button', { name: '打开' });
const entry = (name: string) => screen.getByRole('menuitem', { name });

describe('a menu', () => {
  it('opens and closes by its button and says so', async () => {
    shown();
    expect(screen.queryByRole('menu')).toBeNull();
    await userEvent.click(button());
    expect(button()).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(button());
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('does what was chosen, once, and gives the focus back', async () => {
    const chosen = shown();
    await userEvent.click(button());
    await userEvent.click(entry('乙'));
    expect(chosen).toEqual(['b']);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(button()).toHaveFocus();
  });

  it('goes by the keys alone, round its ends', async () => {
    const chosen = shown();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(entry('甲')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(entry('丙')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(chosen).toEqual(['b']);
  });

  it('is closed by Escape, by Tab and by a click elsewhere, and nothing is chosen', async () => {
    const chosen = shown();
    for (const leave of [() => userEvent.keyboard('{Escape}'), () => userEvent.tab(), () => userEvent.click(screen.getByText('别处'))]) {
      await userEvent.click(button());
      expect(screen.getByRole('menu')).toBeInTheDocument();
      await leave();
      expect(screen.queryByRole('menu')).toBeNull();
    }
    expect(chosen).toEqual([]);
  });
});
