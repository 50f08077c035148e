/** The page around the element: what search engines, previews and browsers without scripts read. */
import { STATE_WORDS, STATUS_WORDS } from './state-words.ts'
import type { StatusPage } from './status-pages.ts'
import type { StatusView } from './status-view.ts'

/** Text for HTML and XML, between tags and in quoted attributes. */
export function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- XML has no way to write them
  const clean = text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
  return clean.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const SCHEMES = { AUTO: 'light dark', LIGHT: 'light', DARK: 'dark' } as const

export function statusHtml({ slug }: Pick<StatusPage, 'slug'>, view: StatusView): string {
  const { title, description, theme } = view
  const about = description === '' ? `How ${title} is doing: current state and incidents.` : description
  const path = `/status/${slug}`
  return document({
    title: `${title} status`,
    theme,
    head: `<meta name="description" content="${escaped(about)}" />
    <meta property="og:title" content="${escaped(title)} status" />
    <meta property="og:description" content="${escaped(about)}" />
    <link rel="alternate" type="application/atom+xml" title="${escaped(title)} incidents" href="${path}/feed.xml" />
    <script type="module" src="/widgets/sight-context.js"></script>
    <script type="module" src="/widgets/sight-status-page.js"></script>`,
    body: `<main>
      <h1>${escaped(title)}</h1>
      ${description === '' ? '' : `<p>${escaped(description)}</p>`}
      <sight-context token-from="${path}/token"${theme === 'AUTO' ? '' : ` theme="${theme.toLowerCase()}"`}>
        <sight-status-page refresh="300" feed="${path}/feed.xml"></sight-status-page>
      </sight-context>
      <noscript>${withoutScript(view)}</noscript>
    </main>`,
  })
}

export function missingHtml(): string {
  return document({
    title: 'No such status page',
    theme: 'AUTO',
    head: '<meta name="robots" content="noindex" />',
    body: `<main class="missing">
      <h1>There is no such status page</h1>
      <p>It may have moved, or it is not published. Ask whoever gave you the address.</p>
    </main>`,
  })
}

function document({
  title,
  theme,
  head,
  body,
}: {
  title: string
  theme: StatusView['theme']
  head: string
  body: string
}): string {
  return `<!doctype html>
<html lang="en" data-theme="${theme.toLowerCase()}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="${SCHEMES[theme]}" />
    <title>${escaped(title)}</title>
    <link rel="icon" href="/status-page/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/status-page/page.css" />
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`
}

function withoutScript({ state, components, incidents }: StatusView): string {
  const open = incidents.filter(({ resolvedAt }) => resolvedAt === null)
  return `<p><strong>${STATE_WORDS[state].page}</strong></p>
        <ul>${components
          .map((one) => `<li>${escaped(one.name)}: ${STATE_WORDS[one.state].component}</li>`)
          .join('')}</ul>
        ${open
          .map(
            (one) =>
              `<h2>${escaped(one.title)}</h2>${one.updates
                .map(
                  ({ status, message, at }) =>
                    `<p>${STATUS_WORDS[status]}, ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC: ${escaped(message)}</p>`,
                )
                .join('')}`,
          )
          .join('')}`
}
