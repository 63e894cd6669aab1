/**
 * Preloaded into api and web: they end when the launcher does, even when it is killed with no chance to
 * say so, because their standard input closes then. On Windows, which has no signal that a process could
 * answer in its own time, the launcher closes it to ask for a clean stop.
 */

// Under `node --watch` the launcher's child is the watcher, which loads no preload but passes its input on.
const watched = Boolean(process.env.WATCH_REPORT_DEPENDENCIES);

function stop() {
  if (watched) {
    process.kill(process.ppid, 'SIGTERM');
    if (process.platform !== 'win32') return;
  }
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(0);
}

// Services may pass their own arguments on to processes that have nothing to do with the launcher.
if (watched || process.ppid === Number(process.env.LAUNCHER_PID)) {
  process.stdin.on('end', stop).resume();
  // Waiting for the launcher is no reason to stay alive.
  process.stdin.unref();
}
