/** What visitors named a page or a release is text in every format: it makes no markup, mention, link or header. */
import { describe, expect, test } from 'vitest'
import { aNotice } from '../../../test/notices.ts'
import { mailContent } from './mail.ts'
import { linkAddress, plainLine } from './plain-line.ts'
import { slackBody } from './slack.ts'
import { teamsBody } from './teams.ts'
import { webhookBody } from './webhook.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></head><svg onload=alert(1)>',
  '<!channel> <!here> <@U123> <https://evil.example|Console>',
  '*bold* _it_ ~no~ `code` ```block```',
  '[Console](https://evil.example) ![x](https://evil.example/x.png)',
  '# heading\n- item\n> quote',
  '{{DATE(2026-01-01T00:00:00Z)}} ${expression} <at>Anna</at>',
  'x\r\nBcc: everybody@example.com\r\n\r\nbody',
  'right \u202Eto left\u2066 \u200B hidden \u2028 line',
  '&lt;already&gt; &amp;',
  '\u0000\u0007\u001B[31m',
  '',
]
const hostileNotice = (text: string) =>
  aNotice({
    title: text,
    facts: [{ name: text, value: text }],
    links: [
      { name: text, url: 'https://rum.example/?page=a|b"<>' },
      { name: 'script', url: 'javascript:alert(1)' },
      { name: 'data', url: 'data:text/html,x' },
    ],
    operation: { query: `{ x(a: ${JSON.stringify(text)}) }`, variables: { page: text } },
  })

describe.each(HOSTILE)('%j', (text) => {
  const notice = hostileNotice(text)

  test('is text in HTML', () => {
    const { subject, html } = mailContent(notice)
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u202E]/u)
    const tags = [...html.matchAll(/<([a-z!/]+)/gi)].map(([, tag]) => tag?.toLowerCase())
    expect(new Set(tags)).toEqual(
      new Set(
        '!doctype html head meta title /title /head body h /h table tr th /th td /td /tr /table p a /a /p pre /pre /body /html'.split(
          ' ',
        ),
      ),
    )
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'https://rum.example/?page=a|b%22%3C%3E',
    ])
    expect(html).not.toMatch(/<[^>]*\son\w+=/i)
  })

  test('is text in Slack', () => {
    const { text: fallback, blocks } = JSON.parse(slackBody(notice)) as {
      text: string
      blocks: {
        type: string
        text?: { type: string; text: string }
        fields?: { type: string; text: string }[]
        elements?: { text: string }[]
      }[]
    }
    const [header, section, context] = blocks
    expect(header?.text?.type).toBe('plain_text')
    expect(section?.fields?.map(({ type }) => type)).toEqual(['plain_text'])
    for (const shown of [fallback, header?.text?.text ?? '', section?.fields?.[0]?.text ?? ''])
      expect(shown).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)|(?<!\u200B)[*_~`]/)
    const links = context?.elements?.[0]?.text ?? ''
    expect(links.match(/</g)).toHaveLength(1)
    expect(links).toMatch(/^<https:\/\/rum\.example\/\?page=a%7Cb%22%3C%3E\|[^<>|]*(\|[^<>]*)*>$/)
  })

  test('is text in Teams', () => {
    const body = teamsBody(notice)
    const card = (JSON.parse(body) as { attachments: [{ content: { body: object[]; actions: object[] } }] })
      .attachments[0].content
    const types = [...JSON.stringify(card.body).matchAll(/"type":"(\w+)"/g)].map(([, type]) => type)
    expect(new Set(types)).toEqual(new Set(['RichTextBlock', 'TextRun']))
    expect(body).not.toMatch(/\{\{|\$\{/)
    expect(card.actions).toEqual([
      expect.objectContaining({ type: 'Action.OpenUrl', url: 'https://rum.example/?page=a|b%22%3C%3E' }),
    ])
  })

  test('comes whole to a machine', () => {
    expect(JSON.parse(webhookBody(notice))).toMatchObject({
      type: 'alert.firing',
      timestamp: notice.at,
      data: { title: text, facts: [{ value: text }] },
    })
  })
})

test('what a person reads is there in every format', () => {
  const notice = aNotice({ title: 'LCP is slow', facts: [{ name: 'p75 of LCP', value: '4,100 ms' }] })
  const mail = mailContent(notice)
  for (const text of [slackBody(notice), teamsBody(notice), mail.html, mail.text, webhookBody(notice)])
    for (const part of ['LCP is slow', 'p75 of LCP', '4,100 ms', 'https://rum.example/'])
      expect(text).toContain(part)
  expect(mail.subject).toBe('LCP is slow')
})

test('Slack takes 10 fields a section and 150 characters a header', () => {
  const facts = Array.from({ length: 23 }, (_, i) => ({ name: String(i), value: '&'.repeat(5000) }))
  const { blocks } = JSON.parse(slackBody(aNotice({ title: '<'.repeat(400), facts }))) as {
    blocks: { type: string; text?: { text: string }; fields?: { text: string }[] }[]
  }
  expect(blocks[0]?.text?.text.length).toBeLessThanOrEqual(150)
  const sections = blocks.filter(({ type }) => type === 'section').map(({ fields = [] }) => fields)
  expect(sections.map((fields) => fields.length)).toEqual([10, 10, 3])
  expect(Math.max(...sections.flat().map(({ text }) => text.length))).toBeLessThanOrEqual(2000)
})

test('a line is one line, and as long as may be', () => {
  expect(plainLine('a\r\nb\tc\u2028d')).toBe('a b c d')
  expect(plainLine('abcdef', 4)).toBe('abc…')
  expect(linkAddress('javascript:alert(1)')).toBeNull()
  expect(linkAddress('no')).toBeNull()
})
