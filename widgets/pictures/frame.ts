/** The card around a picture: title, description for those who hear it, and what is drawn. */
import { nothing, svg, type SVGTemplateResult } from 'lit'
import { stylesOf, type Look } from './look.ts'
import { escaped, svgText } from './svg-text.ts'

export const PADDING = 16
/** Where what is below the title begins. */
export const TOP = 48

export interface Drawing {
  title: string
  subtitle: string
  /** All that the picture says, in sentences. */
  description: string
  height: number
  body: SVGTemplateResult
}

const NAMESPACE = 'http://www.w3.org/2000/svg'

export function framed({ title, subtitle, description, height, body }: Drawing, look: Look): string {
  const { width, theme } = look
  const room = width - 2 * PADDING
  const name = fitted(title, { room, size: 14 })
  const left = room - textWidth(name, 14) - 16
  const drawn = svgText(svg`
    <rect class="card" x="0.5" y="0.5" width=${width - 1} height=${height - 1} rx="10" />
    <text class="title" x=${PADDING} y="30">${name}${
      left < 60
        ? nothing
        : svg`<tspan class="muted" dx="8" font-weight="400">${fitted(subtitle, { room: left, size: 13 })}</tspan>`
    }</text>
    ${body}`)
  return [
    `<svg xmlns="${NAMESPACE}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="title desc"><title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc><style>${stylesOf(theme)}</style>${drawn}</svg>`,
  ]
    .join('')
    .replaceAll(/>\s+</g, '><')
}

/** Where nothing was measured: what is missing, and what to do. */
export function emptyDrawing(title: string, subtitle: string, missing: string): Drawing {
  return {
    title,
    subtitle,
    description: `No data: ${missing}`,
    height: 112,
    body: svg`<text class="strong" x=${PADDING} y="66">No data</text>
      <text class="muted" x=${PADDING} y="86">${missing}</text>`,
  }
}

/** Inter's letters are a little more than half as broad as high. */
const LETTER = 0.58
const segmenter = new Intl.Segmenter()

/** About how broad a text is. */
function textWidth(text: string, size: number): number {
  return lettersOf(text).length * size * LETTER
}

/** As much of a text as there is room for. */
export function fitted(text: string, { room, size }: { room: number; size: number }): string {
  const letters = lettersOf(text)
  const most = Math.max(1, Math.floor(room / (size * LETTER)))
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}

function lettersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
