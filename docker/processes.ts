/** Forks api and jobs, starts again what dies, and stops both. */
import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Processes = { stop(): Promise<void> }

export type ProcessName = 'api' | 'jobs'

type Options = {
  environment: Record<string, string>
  onRestart: (name: ProcessName, reason: string) => void
  /** A process died again and again: going on would only hide it. */
  onGivenUp: (name: ProcessName) => void
}

/** Batches live for milliseconds: with node's 16 MB they fill the young generation so often that a fifth of the CPU goes. */
const YOUNG_GENERATION_MB = 48
const RESTART_AFTER_MS = 500
/** So many deaths within a minute are one too many. */
const MOST_DEATHS = 5
const STOP_WITHIN_MS = 11_000

/** Resolves when both are ready. */
export async function startProcesses(names: readonly ProcessName[], options: Options): Promise<Processes> {
  const children = new Map<ProcessName, ChildProcess>()
  const deaths = new Map<ProcessName, number[]>()
  let stopping = false

  const run = (name: ProcessName): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(
        fileURLToPath(new URL(`../${name}/main${extname(import.meta.url)}`, import.meta.url)),
        [],
        {
          env: options.environment,
          execArgv: [...process.execArgv, `--max-semi-space-size=${YOUNG_GENERATION_MB}`],
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        },
      )
      children.set(name, child)
      child.once('message', () => resolve())
      child.once('exit', (code, signal) => {
        if (stopping) return
        reject(new Error(`${name} ended before it was ready`))
        const recent = [...(deaths.get(name) ?? []), Date.now()].filter((at) => at > Date.now() - 60_000)
        deaths.set(name, recent)
        if (recent.length >= MOST_DEATHS) {
          options.onGivenUp(name)
          return
        }
        options.onRestart(name, signal ?? `exit code ${code}`)
        setTimeout(() => {
          if (!stopping) run(name).catch(() => {})
        }, RESTART_AFTER_MS)
      })
    })

  await Promise.all(names.map(run))
  return {
    stop: async () => {
      stopping = true
      await Promise.all([...children.values()].map(stopChild))
    },
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS).unref()
  })
}
