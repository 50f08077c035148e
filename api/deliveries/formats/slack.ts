/** A notice as Slack's blocks. Facts are plain_text, which Slack does not parse; what it does parse is escaped. */
import type { Notice } from '../notice.ts'
import { linkAddress, plainLine } from './plain-line.ts'

/** Limits of Slack: of a header, of a field, of the fields of a section. */
const MOST_HEADER = 150
const MOST_FIELD = 2000
const FIELDS_OF_SECTION = 10

export function slackBody({ title, facts, links }: Notice): string {
  const fields = facts.map(({ name, value }) => plainText(`${name}: ${value}`, MOST_FIELD))
  const addresses = links.flatMap(({ name, url }) => {
    const address = linkAddress(url)
    return address === null ? [] : [`<${address.replaceAll('|', '%7C')}|${escapeText(plainLine(name, 80))}>`]
  })
  return JSON.stringify({
    text: escapeText(plainLine(title, MOST_FIELD)),
    blocks: [
      { type: 'header', text: plainText(title, MOST_HEADER) },
      ...chunks(fields, FIELDS_OF_SECTION).map((some) => ({ type: 'section', fields: some })),
      ...(addresses.length === 0
        ? []
        : [{ type: 'context', elements: [{ type: 'mrkdwn', text: addresses.join('  ') }] }]),
    ],
  })
}

function plainText(text: string, most: number) {
  // Escaping makes it longer: what is cut is cut before, so that no entity is cut in two.
  return { type: 'plain_text', text: escapeText(plainLine(text, Math.floor(most / 5))), emoji: false }
}

/** The three characters that Slack reads as markup, and the marks of formatting kept from pairing up. */
function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[*_~`]/g, (mark) => `\u200B${mark}`)
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
