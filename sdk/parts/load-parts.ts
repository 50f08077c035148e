/** Loads the parts that the settings ask for once the page has loaded and has nothing else to do, and stops them when the settings change. */
import { guard } from '../browser/guard.ts'
import { listen, type Stop } from '../browser/listen.ts'
import type { ClientSettings } from '../wire/settings.ts'
import { CAPTURE_PARTS, type Kit, type LoadPart, type PartName } from './parts.ts'

export type Parts = {
  /** Follows the settings: loads what is on, stops what is off. */
  follow: (settings: ClientSettings) => void
  stop: Stop
}

/** How long the page may be busy before the parts are loaded all the same. */
const IDLE_TIMEOUT_MS = 2000

export function startParts(
  kit: Kit,
  load: LoadPart,
  /** The part is not wanted, or did not come. */
  onMissing: (name: PartName) => void,
): Parts {
  const running = new Map<PartName, Stop>()
  /** Unknown until the settings are. */
  let wanted: ReadonlySet<PartName> | undefined
  let isLoaded = false

  function run(name: PartName): void {
    if (running.has(name)) return
    const loading: Stop = () => {}
    running.set(name, loading)
    // A part that does not come (blocked, offline, an older page after a release) is done without.
    load(name).then(
      guard(({ start }) => {
        // Not one that was given up meanwhile, even if it is wanted again.
        if (running.get(name) === loading) running.set(name, guard(start(kit)))
      }),
      guard(() => {
        running.delete(name)
        onMissing(name)
      }),
    )
  }
  function halt(name: PartName): void {
    const stop = running.get(name)
    running.delete(name)
    stop?.()
    onMissing(name)
  }
  function apply(): void {
    if (!wanted) return
    for (const name of CAPTURE_PARTS) {
      if (!wanted.has(name)) halt(name)
      else if (isLoaded || name === 'requests') run(name)
    }
  }
  const begin = guard(() => {
    isLoaded = true
    apply()
  })
  const beginWhenIdle = guard(() => {
    // Safari has none.
    if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: IDLE_TIMEOUT_MS })
    else setTimeout(begin)
  })
  let stopWaiting: Stop = () => {}
  if (document.readyState === 'complete') beginWhenIdle()
  else stopWaiting = listen(window, 'load', beginWhenIdle, { once: true })

  run('delivery')
  run('attribution')
  return {
    follow({ capture }) {
      wanted = new Set(CAPTURE_PARTS.filter((name) => capture[name]))
      apply()
    },
    stop() {
      stopWaiting()
      for (const name of running.keys()) halt(name)
    },
  }
}
