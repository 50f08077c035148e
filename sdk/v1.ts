/**
 * The script tag: `<script src="https://rum.example/sdk/v1.js" data-key="pk_…" defer></script>`.
 * A page that calls before the script has come can use `window.sightline = { q: [] }` and
 * `sightline.q.push(['event', 'signed_up'])`: these calls are made in order, then and later.
 */
import { guard } from './browser/guard.ts'
import { optionsOfScript } from './options.ts'
import { endSession, error, event, flag, init, setAttributes, setUser, stop, view } from './sightline.ts'

const api = { init, view, event, error, flag, setUser, setAttributes, endSession, stop }

type Call = [keyof typeof api, ...unknown[]]
/** What `window.sightline` holds once the script has come. */
export type PageGlobal = typeof api & { q?: { push(call: Call): void } }

const install = guard(() => {
  const page = window as { sightline?: Partial<PageGlobal> }
  const stub = page.sightline
  if (stub?.init) return
  const push = guard(([name, ...args]: Call) => {
    ;(api[name] as (...args: unknown[]) => void)(...args)
  })
  page.sightline = { ...api, q: { push } }
  const options = optionsOfScript(document.currentScript as HTMLScriptElement | null)
  if (options) api.init(options)
  if (Array.isArray(stub?.q)) for (const call of stub.q as Call[]) push(call)
})

install()
