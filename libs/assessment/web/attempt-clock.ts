/** Milliseconds to the deadline by the server's clock. */
export const remainingMs = (deadline: string, offsetMs: number, now: number): number =>
  Math.max(0, Date.parse(deadline) - (now + offsetMs));

/** Server time minus this device's, taking the server to have looked at its clock midway through the request. */
export const clockOffset = (serverNow: string, askedAt: number, answeredAt: number): number =>
  Date.parse(serverNow) - (askedAt + answeredAt) / 2;

/** `1:05:09`, `12:30`. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
