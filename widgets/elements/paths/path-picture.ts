/** The flow as a picture whose nodes and ribbons are buttons. */
import { html, nothing, svg, type TemplateResult } from 'lit'
import { buildFlow } from '../../charts/flow.ts'
import { formatCount } from '../../format/number.ts'
import { linkPlace, type FlowPlace } from './flow-moves.ts'
import { fitted, linkWords, nodeWords, pageName } from './path-words.ts'
import type { PathNodeAnswer, PathsFound } from './paths.query.ts'

const FRAME = { nodeWidth: 10, labelHeight: 20, gap: 10 }

interface Picture {
  width: number
  height: number
  locale: string
  /** What Tab leads to. */
  at: FlowPlace
  onKey: (event: KeyboardEvent) => void
  onEnter: (words: string | null, focused: FlowPlace | null) => void
  onChoose: (place: FlowPlace) => void
}

export function pathPicture(found: PathsFound, picture: Picture): TemplateResult {
  const { width, height, locale } = picture
  const flow = buildFlow(found.nodes, found.links, { ...FRAME, width, height })
  const nodeOf = new Map(found.nodes.map((node) => [node.id, node]))
  const linkOf = new Map(found.links.map((link) => [linkPlace(link), link]))
  return html`<svg
    class="flow"
    part="flow"
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    role="group"
    aria-label="Ways through pages"
    @keydown=${picture.onKey}
  >
    ${flow.links.map(({ source, target, path }) => {
      const place = linkPlace({ source, target })
      const [from, to, link] = [nodeOf.get(source), nodeOf.get(target), linkOf.get(place)]
      if (from === undefined || to === undefined || link === undefined) return nothing
      const words = linkWords(link, [from, to], locale)
      return svg`<path class="ribbon" d=${path} role="button" data-place=${place}
        tabindex=${picture.at === place ? 0 : -1} aria-label=${words}
        @focus=${() => picture.onEnter(words, place)}
        @blur=${() => picture.onEnter(null, null)}
        @pointerenter=${() => picture.onEnter(words, null)}
        @pointerleave=${() => picture.onEnter(null, null)}
        @click=${() => picture.onChoose(place)} />`
    })}
    ${flow.nodes.map(({ id, x, y, height: tall }) => {
      const node = nodeOf.get(id)
      if (node === undefined) return nothing
      const words = nodeWords(node, found.sessions, locale)
      return svg`<g class="node" role="button" data-place=${id} aria-label=${words}
        tabindex=${picture.at === id ? 0 : -1}
        @focus=${() => picture.onEnter(words, id)}
        @blur=${() => picture.onEnter(null, null)}
        @pointerenter=${() => picture.onEnter(words, null)}
        @pointerleave=${() => picture.onEnter(null, null)}
        @click=${() => picture.onChoose(id)}>
        <title>${pageName(node)}</title>
        <rect class="hit" x=${x} y=${y - FRAME.labelHeight} width=${flow.columnWidth - 12} height=${FRAME.labelHeight} />
        <rect class="stays" x=${x} y=${y} width=${FRAME.nodeWidth} height=${Math.max(1, tall)} />
        <rect class="ends" x=${x} y=${y + tall * (1 - endedShare(node))} width=${FRAME.nodeWidth} height=${tall * endedShare(node)} />
      </g>
      ${nodeLabel(node, { x, y: y - 6, room: flow.columnWidth - 16, locale })}`
    })}
  </svg>`
}

function nodeLabel(
  node: PathNodeAnswer,
  { x, y, room, locale }: { x: number; y: number; room: number; locale: string },
) {
  const count = formatCount(node.count, locale)
  const name = fitted(pageName(node), room - count.length * 7 - 8)
  return svg`<text class="label" x=${x} y=${y} aria-hidden="true"><tspan>${name}</tspan><tspan class="count" dx="6">${count}</tspan></text>`
}

function endedShare({ count, ended }: PathNodeAnswer): number {
  return count > 0 ? Math.min(1, ended / count) : 0
}
