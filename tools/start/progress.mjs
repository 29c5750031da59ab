// A short list of what has been done, with durations; on a terminal the line in work is rewritten in place.
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

export function createProgress(out = process.stdout) {
  const live = out.isTTY === true;
  let shown = '';

  function show(text) {
    shown = text;
    if (live) out.write(`\r\u001b[K${text.slice(0, (out.columns ?? 80) - 1)}`);
  }

  /** A line of its own, above the one in work. */
  function line(text) {
    if (live && shown) out.write('\r\u001b[K');
    out.write(`${text}\n`);
    if (live && shown) show(shown);
  }

  /** Runs `work` as one entry of the list; what it answers is set behind the title. */
  async function step(title, work, { long = false, silenced = () => false } = {}) {
    const started = performance.now();
    if (live) show(`  ${title} …`);
    else if (long) line(`  ${title} …`);
    let note = '';
    const tick = setInterval(() => show(`  ${title} … ${seconds(started)} ${note}`), 1000).unref();
    try {
      const result = await work((text) => {
        note = text;
        show(`  ${title} … ${seconds(started)} ${note}`);
      });
      clearInterval(tick);
      shown = '';
      out.write(`${live ? '\r\u001b[K' : ''}✓ ${title}${typeof result === 'string' ? `: ${result}` : ''}  (${seconds(started)})\n`);
      return result;
    } catch (error) {
      clearInterval(tick);
      shown = '';
      if (!silenced()) out.write(`${live ? '\r\u001b[K' : ''}✗ ${title}  (${seconds(started)})\n`);
      throw error;
    }
  }

  return { step, line };
}
