/**
 * The one line of a page: `<script type="module" src="https://rum.example/widgets/v1.js">`. It loads the script of each
 * element that the page has, now or later, and no other. What stands in a shadow tree of the page's own it does not see:
 * there load `https://rum.example/widgets/sight-vital-card.js` by hand.
 */
import { ELEMENT_FILES } from './element-files.ts'

const MISSING = Object.keys(ELEMENT_FILES)
  .map((tag) => `${tag}:not(:defined)`)
  .join()
const loading = new Set<string>()

function load(root: ParentNode): void {
  for (const { localName } of root.querySelectorAll(MISSING)) {
    if (loading.has(localName)) continue
    loading.add(localName)
    // A script that did not come is tried again with the next element of its kind.
    import(new URL(`./${localName}.js`, import.meta.url).href).catch(() => loading.delete(localName))
  }
}

// What a dashboard holds would be seen to move into its grid.
const unready = new CSSStyleSheet()
unready.replaceSync('sight-dashboard:not(:defined){visibility:hidden}')
document.adoptedStyleSheets = [...document.adoptedStyleSheets, unready]

load(document)
new MutationObserver((mutations) => {
  if (mutations.some(({ addedNodes }) => addedNodes.length > 0)) load(document)
}).observe(document, { childList: true, subtree: true })
