/** Calls back when text is selected or no longer; a caret that only moves, as with every click on text, is neither. */
import type { Stop } from '../../browser/listen.ts'
import type { Kit } from '../parts.ts'

export function startSelection(listen: Kit['listen'], onChange: () => void): Stop {
  let wasSelected = isTextSelected()
  return listen(document, 'selectionchange', () => {
    const isSelected = isTextSelected()
    if (isSelected || wasSelected) onChange()
    wasSelected = isSelected
  })
}

/** The selection within a field is the field's own (https://bugzilla.mozilla.org/show_bug.cgi?id=85686). */
function isTextSelected(): boolean {
  const { selectionStart, selectionEnd } = (document.activeElement ?? {}) as Partial<HTMLInputElement>
  return getSelection()?.type === 'Range' || (selectionStart ?? 0) !== (selectionEnd ?? 0)
}
