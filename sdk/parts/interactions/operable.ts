/**
 * Whether the visitor could expect an answer that can be seen from here. Only of what looks operable: people click on
 * text while they read and on the background to close something, and nobody is disappointed. Asked once nothing has
 * happened, so it costs the ordinary click nothing.
 */
const OPERABLE =
  'a[href],button,summary,input,label,[role=button],[role=link],[role=menuitem],[role=option],[role=switch],[role=tab],[role=checkbox],[role=radio]'
/**
 * What the browser answers by itself, or paints itself, or what is already as it was asked to be: the tab that is open.
 */
const ANSWERED =
  'input:not([type=button],[type=submit],[type=reset],[type=image]),textarea,select,option,canvas,video,audio,object,embed,iframe,[aria-selected=true],[aria-current]:not([aria-current=false])'

export function looksOperable(hit: Element): boolean {
  if ((hit as HTMLElement).isContentEditable || hit.closest(ANSWERED)) return false
  // Its click is its control's too.
  if (hit.closest('label')?.control) return false
  const link = hit.closest('a[href]')
  if (link && leadsSomewhere(link.getAttribute('href') ?? '')) return false
  return hit.closest(OPERABLE) !== null || getComputedStyle(hit).cursor === 'pointer'
}

/** Not `#` and `javascript:`, nor a fragment that nothing has: what such a link does, a script does. */
function leadsSomewhere(href: string): boolean {
  const { protocol, href: whole, hash } = new URL(href, document.baseURI)
  if (protocol === 'javascript:') return false
  const isHere = whole.split('#')[0] === location.href.split('#')[0]
  return !isHere || !href.includes('#') || document.getElementById(decodeURIComponent(hash.slice(1))) !== null
}
