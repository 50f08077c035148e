/** Serves the gallery: the made-up API with a page for each element, at the moment of its answers. */
import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { NOW } from '../answers/made-up.ts'
import { ELEMENT_TAGS } from '../element-fixtures.ts'
import { startWidgetServer, type WidgetServer } from '../widget-server.ts'

const FONT = 'node_modules/@expo-google-fonts/inter'
export const WEIGHTS = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold' }
const SCRIPT = 'test/widgets/gallery/gallery-page.ts'

/** Before every other script: nothing in the answers grows old. */
const CLOCK = `{
  const Clock = Date
  globalThis.Date = class extends Clock {
    constructor(...given) { given.length === 0 ? super(${NOW}) : super(...given) }
    static now() { return ${NOW} }
  }
}`

const HEAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/gallery.css">
<script src="/clock.js"></script><script type="module" src="/widgets/v1.js"></script>`

export async function startGalleryServer(port?: number): Promise<WidgetServer> {
  const [server, { outputFiles }] = await Promise.all([
    startWidgetServer(port),
    build({ entryPoints: [SCRIPT], bundle: true, write: false, format: 'esm', logLevel: 'warning' }),
  ])
  await addLook(server)
  server.files.set('/gallery.js', outputFiles[0]?.text ?? '')
  const links = ELEMENT_TAGS.map(
    (tag) => `<li><a href="/gallery/${tag}">${tag.replace('sight-', '')}</a></li>`,
  )
  const page = `${HEAD}<script type="module" src="/gallery.js"></script></head><body class="gallery"><nav
aria-label="Elements"><h1>Gallery</h1><p>Arrow keys lead from element to element.</p><ul>${links.join('')}</ul></nav><main></main></body></html>`
  for (const path of ['/gallery', ...ELEMENT_TAGS.map((tag) => `/gallery/${tag}`)])
    server.files.set(path, page)
  return server
}

/** Font, colours and clock, so that every machine shows the same; and a page that is otherwise empty. */
export async function addLook(server: WidgetServer): Promise<void> {
  server.files.set('/gallery.css', await readFile('test/widgets/gallery/gallery.css'))
  server.files.set('/clock.js', CLOCK)
  for (const [weight, name] of Object.entries(WEIGHTS))
    server.files.set(
      `/inter-${weight}.ttf`,
      await readFile(`${FONT}/${weight}${name}/Inter_${weight}${name}.ttf`),
    )
  server.files.set('/picture', `${HEAD}</head><body><div class="picture"></div></body></html>`)
}
