const candidates = [',', ';', '\t'] as const;

/**
 * The separator of a CSV text, judged by its first lines: the one that stands outside quotes in most
 * lines, and if several do, the one that stands there most often. Comma where nothing tells.
 */
export function sniffSeparator(start: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(start);
  if (declared) return declared[1]!;
  const bare = start.replace(/"(?:[^"]|"")*"?/g, '');
  const filled = bare.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const lines = filled.slice(0, 30);
  let best: { separator: string; lines: number; count: number } = { separator: ',', lines: 0, count: 0 };
  for (const separator of candidates) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const found = { separator, lines: counts.filter((n) => n > 0).length, count: counts.reduce((a, b) => a + b, 0) };
    if (found.lines > best.lines || (found.lines === best.lines && found.count > best.count)) best = found;
  }
  return best.separator;
}
