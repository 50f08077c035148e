/** A notice as a mail: a subject on one line, text, and HTML in which everything is escaped. */
import type { Notice } from '../notice.ts'
import { linkAddress, plainLine } from './plain-line.ts'

const MOST_SUBJECT = 200
const COLORS = { bad: '#b3261e', good: '#1e7a3c', neutral: '#3b4252' } as const

export type MailContent = { subject: string; text: string; html: string }

export function mailContent(notice: Notice): MailContent {
  const title = plainLine(notice.title)
  const facts = notice.facts.map(({ name, value }) => ({ name: plainLine(name), value: plainLine(value) }))
  const links = notice.links.flatMap(({ name, url }) => {
    const address = linkAddress(url)
    return address === null ? [] : [{ name: plainLine(name, 80), address }]
  })
  const operation =
    notice.operation === null
      ? null
      : `${notice.operation.query}\n\n${JSON.stringify(notice.operation.variables, null, 2)}`
  const text = [
    title,
    '',
    ...facts.map(({ name, value }) => `${name}: ${value}`),
    '',
    ...links.map(({ name, address }) => `${name}: ${address}`),
    ...(operation === null ? [] : ['', 'The same figure from /graphql:', '', operation]),
  ].join('\n')
  const rows = facts.map(
    ({ name, value }) =>
      `<tr><th align="left" style="padding-right:1em">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  )
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="font-family:sans-serif">
<h1 style="font-size:1.2em;color:${COLORS[notice.tone]}">${escapeHtml(title)}</h1>
<table>${rows.join('')}</table>
<p>${links.map(({ name, address }) => `<a href="${escapeHtml(address)}">${escapeHtml(name)}</a>`).join(' · ')}</p>
${operation === null ? '' : `<p>The same figure from /graphql:</p><pre>${escapeHtml(operation)}</pre>`}
</body></html>`
  return { subject: plainLine(title, MOST_SUBJECT), text, html }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
