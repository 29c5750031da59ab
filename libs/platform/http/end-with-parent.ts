/** Under `npm start` this process is a child: when its parent is killed, it ends too instead of holding the port. */
export function endWithParent(): void {
  if (!process.send) return;
  const end = (): void => {
    process.kill(process.pid, 'SIGTERM');
    // The database went with the parent, so an orderly end may wait for it in vain.
    setTimeout(() => process.exit(1), 5000).unref();
  };
  if (process.connected) process.once('disconnect', end);
  else end();
}
