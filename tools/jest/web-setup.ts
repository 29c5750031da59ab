import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

configure({ defaultHidden: true });

class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

class TimerPort {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  peer: TimerPort | null = null;
  postMessage(data: unknown): void {
    setTimeout(() => this.peer?.onmessage?.({ data }), 0);
  }
  close(): void {}
}

class TimerChannel {
  port1 = new TimerPort();
  port2 = new TimerPort();
  constructor() {
    this.port1.peer = this.port2;
    this.port2.peer = this.port1;
  }
}

const computed = window.getComputedStyle.bind(window);
Object.assign(window, {
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }),
  ResizeObserver: SilentObserver,
  IntersectionObserver: SilentObserver,
  MessageChannel: TimerChannel,
  getComputedStyle: (element: Element) => computed(element),
});
// jsdom has no canvas; chart text is then measured by estimate.
HTMLCanvasElement.prototype.getContext = () => null;
