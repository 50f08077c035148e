/** One session, beside the page that it was chosen on. */
import { html, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'
import '../elements/session-timeline/session-timeline.ts'
import type { ConsoleLocation } from './location.ts'

export function renderSession(
  session: string,
  onGo: (change: Partial<ConsoleLocation>) => void,
): TemplateResult {
  return html`<dialog
    class="session"
    aria-label="Session"
    ${ref(showModal)}
    @close=${() => onGo({ session: null })}
  >
    <div class="close">
      <form method="dialog"><button class="quiet">Close</button></form>
    </div>
    <sight-session-timeline .session=${session}></sight-session-timeline>
  </dialog>`
}

/** After it stands in the page. */
function showModal(dialog: Element | undefined): void {
  if (!(dialog instanceof HTMLDialogElement)) return
  queueMicrotask(() => {
    if (dialog.isConnected && !dialog.open) dialog.showModal()
  })
}
