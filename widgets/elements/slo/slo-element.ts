import type { PropertyDeclarations } from 'lit'
import { SightElement } from '../base/sight-element.ts'

/**
 * Base of the elements that tell of one SLO.
 *
 * - `slo`: its id, `shop/slo/1`; where a site is said, the number at its end will do. Required. Without `site` the id
 *   says which.
 */
export abstract class SloElement extends SightElement {
  static override properties: PropertyDeclarations = { slo: { reflect: true } }

  declare slo: string | null

  constructor() {
    super()
    this.slo = null
  }

  protected override get siteName(): string | null {
    return super.siteName ?? /^([^/]+)\/slo\/\d+$/.exec(this.slo ?? '')?.[1] ?? null
  }

  protected override get problem(): string | null {
    if (this.slo === null || this.slo.trim() === '')
      return 'Set the slo attribute to the id of an SLO, such as shop/slo/1.'
    return super.problem
  }

  /** What is asked about; null while that is not said. */
  protected get subject(): { site: string; slo: string } | null {
    return this.problem !== null || this.siteName === null || this.slo === null
      ? null
      : { site: this.siteName, slo: this.slo }
  }

  protected renderMissing() {
    return this.renderState('No such SLO', `There is no SLO ${this.slo ?? ''} that you may see.`)
  }
}
