// Read by whatever Node is installed, so it keeps to old syntax.
export const neededNode = [20, 19];

/** Ends the process with one sentence where Node is too old for everything that follows. */
export function requireNode() {
  const parts = process.versions.node.split('.').map(Number);
  const enough = parts[0] > neededNode[0] || (parts[0] === neededNode[0] && parts[1] >= neededNode[1]);
  if (enough) return true;
  console.error('Skillhall needs Node ' + neededNode.join('.') + ' or newer, and this is Node ' + process.versions.node + '. Install a newer one from https://nodejs.org and try again.');
  process.exitCode = 1;
  return false;
}
