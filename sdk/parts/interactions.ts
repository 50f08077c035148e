import type { Stop } from '../browser/listen.ts'
import type { Kit } from './parts.ts'

export function start(_kit: Kit): Stop {
  return () => {}
}
