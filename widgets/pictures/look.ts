/** How pictures look: the colours of the elements, written out, as a picture has no custom properties. */
import { tokens } from '../elements/base/tokens.styles.ts'

export type Theme = 'light' | 'dark'

export interface Look {
  theme: Theme
  /** CSS pixels. */
  width: number
  /** A BCP 47 tag. */
  locale: string
}

/** `--_ink: var(--sight-ink, light-dark(#12161c, #e9edf2))` */
const COLOUR = /--_([\w-]+):\s*var\(\s*--sight-[\w-]+,\s*light-dark\((#\w+),\s*(#\w+)\)/g

/** The colours of a theme by the names of the tokens. */
export function paletteOf(theme: Theme): ReadonlyMap<string, string> {
  const found = [...tokens.cssText.matchAll(COLOUR)]
  return new Map(
    found.map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]),
  )
}

/** Rules for everything that is drawn, with classes alone, as renderers without a browser know few selectors. */
const RULES = `
text{fill:$ink;font-family:Inter,system-ui,sans-serif;font-size:13px}
.card{fill:$surface;stroke:$line}
.title{font-size:14px;font-weight:600}
.strong{font-weight:600}
.big{font-size:40px;font-weight:600;letter-spacing:-1px}
.small,.grid text,.threshold text{font-size:11px}
.note{font-size:12px}
.muted,.grid text{fill:$muted}
.track{fill:$sunken}
.grid line{stroke:$line}
.views rect{fill:$muted;opacity:.18}
.columns rect{fill:$accent;opacity:.75}
.band{fill:$accent;opacity:.14}
.line{fill:none;stroke:$accent;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.dot{fill:$accent;stroke:$accent;stroke-width:1.5}
.thin{fill:$surface}
.bar{fill:$accent}
.lost{fill:$accent;opacity:.2}
.whisker{stroke:$ink;stroke-width:1.5}
.good{color:$good}
.needs-improvement{color:$needs-improvement-mark}
.poor{color:$poor}
.none{color:$line}
.mark,.rated,.day rect{fill:currentColor}
.rated-bar{fill:currentColor;opacity:.8}
.rating{fill:currentColor;font-weight:600}
.threshold line{stroke:currentColor;stroke-dasharray:4 4}
.threshold text,.feet text{fill:currentColor;font-size:11px}
.bands rect{fill:currentColor;opacity:.07}
.feet rect{fill:currentColor}
.percentiles line{stroke:$ink;stroke-dasharray:3 3}
.percentiles text{font-size:12px;font-weight:600}
.threshold text,.feet text,.percentiles text{paint-order:stroke;stroke:$surface;stroke-width:4px;stroke-linejoin:round}
.q{fill:$muted;font-weight:400}
.area{fill:$accent;opacity:.14}
.zero{stroke:$ink}
.even{fill:none;stroke:$muted;stroke-dasharray:5 4;stroke-width:1.5}
.releases line{stroke:$muted;stroke-dasharray:2 3}
.releases path{fill:$muted}
`

export function stylesOf(theme: Theme): string {
  const palette = paletteOf(theme)
  return RULES.trim().replaceAll(/\$([\w-]+)/g, (_, name: string) => palette.get(name) ?? 'none')
}
