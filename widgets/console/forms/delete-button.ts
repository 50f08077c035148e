/** What goes for good is asked for twice. */
import type { TemplateResult } from 'lit'
import { renderConfirm } from './confirm-button.ts'
import type { MutationController, UserError } from './mutation-controller.ts'

interface Deletion {
  name: string
  /** Whether it is asked now. */
  asks: boolean
  onAsk: (asks: boolean) => void
  onDelete: () => Promise<void>
}

export function renderDelete(
  change: MutationController<{ userErrors: UserError[] }>,
  { name, asks, onAsk, onDelete }: Deletion,
): TemplateResult {
  const question = `Delete “${name}” for good?`
  return renderConfirm(change, { action: 'Delete', of: name, question, asks, onAsk, onDo: onDelete })
}
