/** Whether this browser can show a page in the whole screen; telephones of one maker cannot. */
export const canFullScreen = (): boolean => document.fullscreenEnabled === true;

/** Asked for by a tap, else the browser refuses; what it answers is seen from what it then shows. */
export function askFullScreen(): void {
  if (canFullScreen() && !document.fullscreenElement) void document.documentElement.requestFullscreen().catch(() => {});
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
}
