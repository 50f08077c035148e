import type { PropertyDeclarations, PropertyValues } from 'lit'
import { ConsolePart } from './console-part.ts'

/**
 * Base of forms. What is written stays however often the page around it is drawn: Lit sets an object property each time,
 * so a form is given what it begins with, and keeps what has become of it.
 *
 * - `initial`: what the form begins with; another one begins anew.
 */
export abstract class ConsoleForm<Draft> extends ConsolePart {
  static override properties: PropertyDeclarations = {
    initial: { attribute: false },
    draft: { state: true },
  }

  declare initial: Draft
  /** What has been written so far. */
  declare protected draft: Draft

  constructor(initial: Draft) {
    super()
    this.initial = initial
    this.draft = initial
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (changed.has('initial')) this.draft = this.initial
  }
}
