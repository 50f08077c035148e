/** Turns for work of which only so much may run at once by key: a short queue, then a refusal. */

export type TurnLimits = { atOnce: number; waiting: number; waitMs: number }

/** Gives the turn back. */
export type Done = () => void

export type Turns = {
  /** Resolves when it is the key's turn; null where too many wait already or it took too long. */
  take(key: number | string, signal: AbortSignal): Promise<Done | null>
}

type Line = { running: number; waiting: Set<() => void> }

export function createTurns({ atOnce, waiting, waitMs }: TurnLimits): Turns {
  const lines = new Map<number | string, Line>()
  const doneOf = (key: number | string, line: Line): Done => {
    let given = false
    return () => {
      if (given) return
      given = true
      const [next] = line.waiting
      // The turn goes over to whoever waits longest, without being free in between.
      if (next !== undefined) return next()
      line.running--
      if (line.running === 0) lines.delete(key)
    }
  }
  return {
    take: (key, signal) => {
      const line = lines.get(key) ?? { running: 0, waiting: new Set() }
      lines.set(key, line)
      if (line.running < atOnce) {
        line.running++
        return Promise.resolve(doneOf(key, line))
      }
      if (line.waiting.size >= waiting) return Promise.resolve(null)
      return new Promise((resolve) => {
        const settle = (turn: Done | null) => {
          line.waiting.delete(begin)
          clearTimeout(timer)
          signal.removeEventListener('abort', giveUp)
          resolve(turn)
        }
        const begin = () => settle(doneOf(key, line))
        const giveUp = () => settle(null)
        const timer = setTimeout(giveUp, waitMs)
        signal.addEventListener('abort', giveUp, { once: true })
        line.waiting.add(begin)
      })
    },
  }
}
