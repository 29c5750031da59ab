// Starts the database of this run, or finds out that one is running already.
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A server that runs over the data folder already belongs to a command of `skillhall`, or to a killed run and is
 * just ending. Either takes it away soon, so it is waited for; one that stays belongs to nobody and is used.
 */
export async function startDatabase({ databaseFor, config, onNotice, onWait, patience = 15_000 }) {
  const end = Date.now() + patience;
  for (;;) {
    const database = await databaseFor(config, onNotice);
    if (!database.embedded || database.started || Date.now() > end) return database;
    onWait(database.pid);
    while (Date.now() < end && (await answersStill(database.pid))) await pause(300);
  }
}

async function answersStill(pid) {
  const { alive } = await import('./processes.mjs');
  return alive(pid);
}
