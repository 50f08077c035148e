/** What is embedded: elements with what they have in common; and the code for it. */
import type { UserError } from '../forms/mutation-controller.ts'
import { builderElement, type ElementTag } from './embed-elements.ts'
import { attributeText } from './install-code.ts'
import { linesOf, originMistakes } from './origins.ts'

export interface EmbedPiece {
  tag: ElementTag
  /** By attribute; what is empty or not there has its default. */
  attributes: Readonly<Record<string, string>>
}

export interface EmbedDraft {
  pieces: readonly EmbedPiece[]
  range: string
  theme: string
  /** FilterInput as JSON; empty: the whole site. */
  where: string
  /** One a line. */
  origins: string
  /** Whether scripts are named for ever, with the hash of its content. */
  isPinned: boolean
}

export const RANGES = [
  ['P1D', 'The last 24 hours'],
  ['P7D', 'The last 7 days'],
  ['P30D', 'The last 30 days'],
  ['P90D', 'The last 90 days'],
] as const

export const THEMES = [
  ['', 'As the reader has it'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

export function emptyEmbed(): EmbedDraft {
  const piece: EmbedPiece = { tag: 'sight-vital-card', attributes: {} }
  return { pieces: [piece], range: 'P7D', theme: '', where: '', origins: '', isPinned: false }
}

/** The attributes that are not as they would be anyway. */
export function saidOf({ tag, attributes }: EmbedPiece): [string, string][] {
  return builderElement(tag).attributes.flatMap(({ name, of }): [string, string][] => {
    const value = (attributes[name] ?? '').trim()
    const isDefault = typeof of === 'object' && of[0]?.[0] === value
    return value === '' || isDefault ? [] : [[name, value]]
  })
}

/** Null: the whole site. Throws a SyntaxError where the filter is no JSON. */
export function whereOf({ where }: EmbedDraft): Record<string, unknown> | null {
  if (where.trim() === '') return null
  const filter: unknown = JSON.parse(where)
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter))
    throw new SyntaxError('a filter is an object such as {"device":{"eq":"MOBILE"}}')
  return filter as Record<string, unknown>
}

/** What is wrong, as soon as it is written. `wholeSite` are the elements that cannot be narrowed. */
export function mistakesIn(draft: EmbedDraft, wholeSite: ReadonlySet<string>): UserError[] {
  const mistakes = originMistakes(draft.origins)
  try {
    if (whereOf(draft) === null) return mistakes
  } catch (error) {
    return [...mistakes, { path: ['where'], message: `This is no filter: ${(error as Error).message}` }]
  }
  const whole = [...new Set(draft.pieces.map(({ tag }) => tag).filter((tag) => wholeSite.has(tag)))]
  return [
    ...mistakes,
    ...whole.map((tag) => ({
      path: ['where'],
      message: `<${tag}> cannot be narrowed: leave it or the filter out`,
    })),
  ]
}

/** CreateEmbedTokenInput for a try from this page. */
export function tokenInputOf(draft: EmbedDraft, site: string, origin: string): object {
  const where = whereOf(draft)
  return {
    site,
    widgets: widgetsOf(draft),
    origins: [...new Set([...linesOf(draft.origins), origin])],
    ...(where === null ? {} : { where }),
    expiresIn: 'PT10M',
  }
}

export function widgetsOf({ pieces }: EmbedDraft): ElementTag[] {
  return [...new Set(pieces.map(({ tag }) => tag))]
}

interface Page {
  origin: string
  site: string
  /** By file name with its hash, as `/widgets/integrity.json` has it; null: unknown. */
  integrity: Readonly<Record<string, string>> | null
}

/** What goes into a page of a portal. */
export function pageCode(draft: EmbedDraft, { origin, site, integrity }: Page): string {
  const shared = [
    ['site', site],
    ['range', draft.range],
    ...(draft.theme === '' ? [] : [['theme', draft.theme]]),
  ]
  const elements = draft.pieces.map(
    (piece) => `  <${piece.tag}${attributesText(saidOf(piece))}></${piece.tag}>`,
  )
  return [
    ...scripts(draft, origin, integrity),
    `<sight-context${attributesText(shared as [string, string][])}>`,
    ...elements,
    '</sight-context>',
    '<script type="module">',
    '  // An address of your own server, which knows who is signed in there and answers a token.',
    `  const renewToken = () => fetch('/embed-token').then((response) => response.text())`,
    `  document.querySelector('sight-context').renewToken = renewToken`,
    '</script>',
  ].join('\n')
}

function scripts(
  draft: EmbedDraft,
  origin: string,
  integrity: Readonly<Record<string, string>> | null,
): string[] {
  if (!draft.isPinned || integrity === null)
    return [`<script type="module" src="${origin}/widgets/v1.js"></script>`]
  return ['sight-context', ...widgetsOf(draft)].flatMap((tag) => {
    const file = Object.keys(integrity).find((name) => new RegExp(`^${tag}\\.[0-9a-f]+\\.js$`).test(name))
    const hash = file === undefined ? undefined : integrity[file]
    return hash === undefined
      ? []
      : [`<script type="module" src="${origin}/widgets/${file}" integrity="${hash}" crossorigin></script>`]
  })
}

function attributesText(attributes: readonly [string, string][]): string {
  return attributes.map(([name, value]) => ` ${name}="${attributeText(value)}"`).join('')
}

/** What has to be put in its place where no origin is named yet. */
const SOME_ORIGIN = 'https://wiki.example'

function originsOf({ origins }: EmbedDraft): string[] {
  const named = linesOf(origins)
  return named.length === 0 ? [SOME_ORIGIN] : named
}

/** What a server with Node, Deno or Bun signs. */
export function nodeCode(draft: EmbedDraft, site: string, kid: string): string {
  const where = whereOf(draft)
  return [
    `import { signEmbedToken } from 'sightline/embed'`,
    '',
    '// Answer it at /embed-token to whoever is signed in with you.',
    'const token = await signEmbedToken({',
    `  kid: ${JSON.stringify(kid)},`,
    '  secret: process.env.SIGHTLINE_EMBED_SECRET,',
    `  site: ${JSON.stringify(site)},`,
    `  widgets: ${JSON.stringify(widgetsOf(draft))},`,
    `  origins: ${JSON.stringify(originsOf(draft))},`,
    ...(where === null ? [] : [`  where: ${JSON.stringify(where)},`]),
    '})',
  ].join('\n')
}

/** The same as a JWT, for any other language. */
export function claimsText(draft: EmbedDraft, site: string, kid: string): string {
  const where = whereOf(draft)
  const header = { alg: 'HS256', typ: 'sightline-embed+jwt', kid }
  const payload = {
    aud: 'sightline',
    sub: site,
    widgets: widgetsOf(draft),
    origins: originsOf(draft),
    ...(where === null ? {} : { where }),
    iat: 'now, in seconds',
    exp: 'at most 3600 after iat',
    jti: 'any text, to revoke it by',
  }
  return `${JSON.stringify(header)}\n${JSON.stringify(payload, null, 2)}`
}
