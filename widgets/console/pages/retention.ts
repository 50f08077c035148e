/** Who comes again, and which ways they take. */
import { html, type TemplateResult } from 'lit'
import '../../elements/paths/paths.ts'
import '../../elements/retention/retention.ts'
import type { PageView } from '../console-pages.ts'

export function renderPage({ place }: PageView): TemplateResult {
  return html`
    <sight-retention></sight-retention>
    <sight-paths .from=${place.filters.get('PAGE') ?? null}></sight-paths>
  `
}
