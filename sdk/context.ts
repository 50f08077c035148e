/** What holds for every event of a batch: the build, the device, the flags, the user, the site's attributes. */
import { attempt } from './browser/attempt.ts'
import { cleanAttributes, type Attributes } from './attributes.ts'
import type { Options } from './options.ts'
import type { Loose } from './record.ts'
import { sendableName } from './capture/view.ts'
import type { Batch } from './wire/batch.generated.ts'
import { LIMITS } from './wire/limits.ts'

export type Context = {
  snapshot: () => Loose<NonNullable<Batch['context']>>
  setUser: (user: Attributes | null) => void
  setAttributes: (attributes: Attributes) => void
  setFlag: (key: string, variant: string) => void
}

/** What TypeScript's DOM does not know, because not every browser has it. */
type Hints = { connection?: { effectiveType?: string }; deviceMemory?: number }

export function createContext({ release, environment }: Options): Context {
  let user: Attributes = {}
  let attributes: Attributes = {}
  const flags = new Map<string, string>()
  return {
    snapshot() {
      const hints = navigator as Hints
      return {
        release: release && sendableName(release),
        environment: environment && sendableName(environment),
        language: attempt(() => navigator.language.slice(0, 35)),
        viewport: attempt(() => [Math.round(innerWidth), Math.round(innerHeight)]),
        connection: attempt(() => hints.connection?.effectiveType?.slice(0, 20)),
        deviceMemory: attempt(() => hints.deviceMemory),
        webdriver: attempt(() => navigator.webdriver),
        flags: Object.fromEntries(flags),
        user,
        attributes,
      }
    },
    setUser(next) {
      user = cleanAttributes(next)
    },
    setAttributes(next) {
      attributes = cleanAttributes({ ...attributes, ...next })
    },
    setFlag(key, variant) {
      if (flags.has(key) || flags.size < LIMITS.flags) flags.set(key, variant)
    },
  }
}
