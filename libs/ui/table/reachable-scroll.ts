import { type RefObject, useEffect } from 'react';

/** A table wider than its place is scrolled by the arrow keys too; antd leaves its scrolling part out of reach. */
export function useReachableScroll(box: RefObject<HTMLElement | null>): void {
  useEffect(() => box.current?.querySelector('.ant-table-content')?.setAttribute('tabindex', '0'));
}
