/** The incidents of a status page as an Atom feed (RFC 4287), an entry an incident that changes as it goes on. */
import { escaped } from './page-html.ts'
import { STATUS_WORDS } from './state-words.ts'
import type { StatusPage } from './status-pages.ts'
import type { StatusView } from './status-view.ts'

export function incidentFeed(
  { slug, updatedAt, title }: Pick<StatusPage, 'slug' | 'updatedAt' | 'title'>,
  incidents: StatusView['incidents'],
  origin: string,
): string {
  const page = `${origin}/status/${slug}`
  const changed = Math.max(
    updatedAt.getTime(),
    ...incidents.map(({ startedAt, updates }) => (updates[0]?.at ?? startedAt).getTime()),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escaped(page)}</id>
  <title>${escaped(title)} incidents</title>
  <author><name>${escaped(title)}</name></author>
  <updated>${new Date(changed).toISOString()}</updated>
  <link rel="self" type="application/atom+xml" href="${escaped(page)}/feed.xml"/>
  <link rel="alternate" type="text/html" href="${escaped(page)}"/>
${incidents.map((incident) => entryOf(incident, page)).join('')}</feed>
`
}

function entryOf(incident: StatusView['incidents'][number], page: string): string {
  const { key, title, status, startedAt, updates, components } = incident
  const about = components.length === 0 ? '' : `<p>${escaped(components.join(', '))}</p>`
  const said = updates
    .map(
      (one) =>
        `<p><strong>${STATUS_WORDS[one.status]}</strong> ${one.at.toISOString()}: ${escaped(one.message)}</p>`,
    )
    .join('')
  return `  <entry>
    <id>${escaped(page)}#${key}</id>
    <title>${escaped(`${STATUS_WORDS[status]}: ${title}`)}</title>
    <published>${startedAt.toISOString()}</published>
    <updated>${(updates[0]?.at ?? startedAt).toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${escaped(page)}#${key}"/>
    <content type="html">${escaped(`${about}${said}`)}</content>
  </entry>
`
}
