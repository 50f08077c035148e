import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SERVER_ENVIRONMENT, type Owner } from './installation.ts'
import { LocalServiceError } from './local-service-error.ts'
import { identify } from './process-lock.ts'
import { stopOrphan, type Signal } from './server-home.ts'

/**
 * Lies between us and the server, and holds one end of a socket whose other end is ours. When that closes,
 * because we stop the server or because we were killed, it signals the server until it is gone, and kills it
 * after a minute. It tells the server's pid last: if nobody listens any more, only the teller dies.
 */
const WATCHDOG = `
signal=$1; shift
"$@" 3>&- &
server=$!
(
  read -r _ <&3
  tries=0
  while kill -0 "$server" 2>/dev/null; do
    if [ "$tries" -lt 300 ]; then kill -"$signal" "$server"; else kill -KILL "$server"; fi
    tries=$((tries + 1))
    sleep 0.2
  done
) 2>/dev/null &
watcher=$!
echo "$server" >&3
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"`

const LOG_LIMIT_BYTES = 20e6

/** Starts a server behind the watchdog and resolves when `isReady` does so with true. */
export async function startServer(request: {
  home: string
  argv: string[]
  spawnAs: Owner | null
  signal: Signal
  isReady: () => Promise<boolean>
}): Promise<{ stop: () => Promise<void> }> {
  const { home, argv, spawnAs, signal, isReady } = request
  const logPath = join(home, 'server.log')
  const tooLong = (statSync(logPath, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES
  const log = openSync(logPath, tooLong ? 'w' : 'a')
  const logStart = statSync(logPath).size
  // A session of its own: Ctrl-C in a terminal reaches us, and we decide when the server stops.
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'watchdog', signal, ...argv], {
    ...spawnAs,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  })
  closeSync(log)
  const lifeline = child.stdio[3] as Socket
  lifeline.on('error', () => {})
  let running = true
  const gone = new Promise<void>((resolve) => {
    const settle = () => {
      running = false
      resolve()
    }
    child.once('exit', settle)
    child.once('error', settle)
  })
  lifeline.once('data', (text: Buffer) => {
    const server = identify(Number(text.toString()))
    if (server !== null) writeFileSync(join(home, 'server.json'), JSON.stringify(server))
  })
  const stop = async () => {
    // Nothing else may keep this process alive until the server is gone.
    child.ref()
    lifeline.end()
    await gone
    // Usually nothing is left; if somebody killed the watchdog alone, its server is.
    await stopOrphan(home, signal)
  }
  try {
    await waitUntilReady(
      () => running,
      isReady,
      () => readFileSync(logPath).subarray(logStart).toString(),
    )
  } catch (error) {
    await stop()
    throw error
  }
  child.unref()
  lifeline.unref()
  return { stop }
}

async function waitUntilReady(
  isRunning: () => boolean,
  isReady: () => Promise<boolean>,
  readLog: () => string,
): Promise<void> {
  // Ten minutes: recovery after a crash replays up to max_wal_size.
  for (const end = Date.now() + 600_000; Date.now() < end; await sleep(40)) {
    if (!isRunning()) throw startFailure(readLog())
    if (await isReady()) return
  }
  throw startFailure(readLog())
}

export function startFailure(log: string): LocalServiceError {
  const lines = log.trim().split('\n').slice(-12).join('\n')
  if (/No space left on device/.test(log)) {
    return new LocalServiceError('disk-full', `the disk is full, free some space; the server said:\n${lines}`)
  }
  if (/Address already in use/i.test(log)) {
    return new LocalServiceError(
      'port-taken',
      `the port is taken, choose another; the server said:\n${lines}`,
    )
  }
  return new LocalServiceError('start-failed', `the server did not start; it said:\n${lines}`)
}
