/**
 * The script tag: `<script src="https://rum.example/sdk/v1.js" data-key="pk_…" defer></script>`.
 * A page that calls before the script has come can use `window.sightline = { q: [] }` and
 * `sightline.q.push(['event', 'signed_up'])`: these calls are made in order, then and later.
 */
import { createApi, type Api } from './api.ts'
import { guard } from './browser/guard.ts'
import { optionsOfScript } from './options.ts'
import type { LoadPart, Part, PartName } from './parts/parts.ts'

/** Where each part lies, from the folder of this script. Put in when it is built. */
declare const __SIGHTLINE_PARTS__: Record<PartName, string>

type Call = [keyof Api, ...unknown[]]
/** What `window.sightline` holds once the script has come. */
export type PageGlobal = Api & { q?: { push(call: Call): void } }

const install = guard(() => {
  const page = window as { sightline?: Partial<PageGlobal> }
  const stub = page.sightline
  if (stub?.init) return
  const script = document.currentScript as HTMLScriptElement | null
  // In full: what a script of another origin imports by a relative address is not looked for beside it.
  const loadPart: LoadPart = async (name) =>
    (await import(new URL(__SIGHTLINE_PARTS__[name], script?.src).href)) as Part
  const api = createApi(loadPart)
  const push = guard(([name, ...args]: Call) => {
    ;(api[name] as (...args: unknown[]) => void)(...args)
  })
  page.sightline = { ...api, q: { push } }
  const options = optionsOfScript(script)
  if (options) api.init(options)
  if (Array.isArray(stub?.q)) for (const call of stub.q as Call[]) push(call)
})

install()
