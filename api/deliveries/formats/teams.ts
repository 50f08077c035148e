/**
 * A notice as an Adaptive Card, for the workflow webhooks of Teams. Text stands in runs, which know no Markdown and no
 * mentions, where a TextBlock or a FactSet would read both out of what a visitor sent.
 */
import type { Notice } from '../notice.ts'
import { linkAddress, plainLine } from './plain-line.ts'

const COLORS = { bad: 'Attention', good: 'Good', neutral: 'Default' } as const

export function teamsBody({ title, tone, facts, links }: Notice): string {
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      richText([{ ...textRun(title), weight: 'Bolder', size: 'Medium', color: COLORS[tone] }]),
      ...facts.map(({ name, value }) =>
        richText([{ ...textRun(`${name}: `), weight: 'Bolder' }, textRun(value)]),
      ),
    ],
    actions: links.flatMap(({ name, url }) => {
      const address = linkAddress(url)
      return address === null
        ? []
        : [{ type: 'Action.OpenUrl', title: inert(plainLine(name, 80)), url: address }]
    }),
  }
  return JSON.stringify({
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card },
    ],
  })
}

function richText(inlines: object[]) {
  return { type: 'RichTextBlock', inlines }
}

function textRun(text: string) {
  return { type: 'TextRun', text: inert(plainLine(text)) || ' ' }
}

/** Runs still read `{{DATE(…)}}`, templates `${…}`. */
function inert(text: string): string {
  return text.replaceAll(/[{$](?=\{)/g, '$&\u200B')
}
