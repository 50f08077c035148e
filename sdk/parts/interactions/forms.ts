/**
 * Forms that were sent, and forms that were begun and left. Names of fields are kept, never what is in them.
 * A form that a script sends without the browser's submit or a FormData of it looks as if it were left.
 */
import type { View } from '../../capture/view.ts'

const FIELD = 'input:not([type=button],[type=submit],[type=reset],[type=image]),textarea,select'
/** A search is not left: it finds while one types. */
const SEARCH = '[type=search],[role=search],search'

type Begun = { view: View; isChanged: boolean; field: string | undefined }

export type Forms = {
  /** A field has the focus, or was changed. */
  touched: (event: Event) => void
  /** The form was sent, or is as at the beginning. */
  settled: (event: Event) => void
  /** The visitor leaves: reports every form that was changed and not sent since. */
  leave: () => void
}

export function createForms({
  currentView,
  onAbandon,
}: {
  currentView: () => View
  onAbandon: (form: Element, field: string | undefined, view: View) => void
}): Forms {
  const begun = new Map<Element, Begun>()
  return {
    touched(event) {
      const field = event.composedPath()[0]
      // What a script or the browser filled in, the visitor did not begin.
      if (!event.isTrusted || !(field instanceof Element) || !field.matches(FIELD)) return
      if (field.matches(':-webkit-autofill') || field.closest(SEARCH)) return
      const form = (field as HTMLInputElement).form
      if (!form) return
      const isChanged = event.type === 'input' || begun.get(form)?.isChanged === true
      begun.set(form, { view: currentView(), isChanged, field: fieldName(field) })
    },
    settled({ target }) {
      if (target instanceof Element) begun.delete(target)
    },
    leave() {
      for (const [form, { isChanged, field, view }] of begun) if (isChanged) onAbandon(form, field, view)
      begun.clear()
    },
  }
}

function fieldName(field: Element): string | undefined {
  return ['name', 'id', 'type'].map((name) => field.getAttribute(name)).find(Boolean) ?? undefined
}
