// Runs one piece of work for children.mjs and ends with it.
import { packError } from './failures.mjs';

const tell = (message) => new Promise((resolve) => process.send(message, () => resolve()));

// When the run that asked for this work is gone, nobody needs the result.
process.once('disconnect', () => process.exit(1));
process.once('message', async (data) => {
  try {
    const { default: work } = await import(`./${process.argv[2]}`);
    await tell({ done: (await work(data, (note) => void process.send?.({ note }))) ?? null });
  } catch (error) {
    await tell({ failed: packError(error) });
  }
  process.exit(0);
});
