/** CPU time of whole process trees from /proc: wall clock is noisy on shared machines, CPU is less so. */
import { readFileSync, readdirSync } from 'node:fs'

/** Linux counts in ticks of a hundredth of a second. */
const TICK_MS = 10

type Process = { pid: number; parent: number; cpuMs: number; reapedMs: number; command: string }

/** CPU so far, ms, of the processes whose command line matches and of everything below them, ended children included. */
export function cpuOf(...commands: RegExp[]): number {
  const processes = readProcesses()
  const counted = new Set(
    processes
      .filter(({ command }) => commands.some((pattern) => pattern.test(command)))
      .map(({ pid }) => pid),
  )
  for (let grew = true; grew;) {
    grew = false
    for (const { pid, parent } of processes) {
      if (counted.has(parent) && !counted.has(pid)) {
        counted.add(pid)
        grew = true
      }
    }
  }
  return processes
    .filter(({ pid }) => counted.has(pid))
    .reduce((sum, { cpuMs, reapedMs }) => sum + cpuMs + reapedMs, 0)
}

export function ownCpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function readProcesses(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
      // The name in brackets may hold spaces; the fields count from behind it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const at = (i: number) => Number(fields[i])
      return [
        {
          pid: Number(name),
          parent: at(1),
          cpuMs: (at(11) + at(12)) * TICK_MS,
          reapedMs: (at(13) + at(14)) * TICK_MS,
          command,
        },
      ]
    } catch {
      return []
    }
  })
}
