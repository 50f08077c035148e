/** Somebody as the form has them, as the API takes them, and as a line for a terminal. */
import type { Choice } from '../forms/controls.ts'
import type { UserError } from '../forms/mutation-controller.ts'
import type { SubjectInput } from './people.query.ts'

export type SubjectKind = 'VISITOR' | 'SESSION' | 'USER'

export interface SubjectDraft {
  kind: SubjectKind
  /** Of a user: `id`. */
  attribute: string
  value: string
}

export const SUBJECT_KINDS: readonly Choice[] = [
  ['VISITOR', 'A visitor, by id'],
  ['SESSION', 'One session, by id'],
  ['USER', 'A user, by an attribute'],
]

export const SUBJECT_WORDS: Record<SubjectKind, string> = {
  VISITOR: 'A visitor',
  SESSION: 'A session',
  USER: 'A user',
}

export const emptySubject: SubjectDraft = { kind: 'VISITOR', attribute: 'id', value: '' }

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

export function subjectMistakes({ kind, attribute, value }: SubjectDraft): UserError[] {
  const text = valueOf({ kind, attribute, value })
  if (kind !== 'USER')
    return text === '' || UUID.test(text)
      ? []
      : [{ path: ['value'], message: 'Not an id: it is a UUID, as a session shows it' }]
  return attribute === '' ? [{ path: ['attribute'], message: 'Name the attribute, such as id' }] : []
}

export function subjectInput(draft: SubjectDraft): SubjectInput {
  const value = valueOf(draft)
  if (draft.kind === 'USER') return { user: { attribute: draft.attribute, value } }
  return draft.kind === 'VISITOR' ? { visitor: value } : { session: value }
}

/** Attributes may begin with a space, ids that were copied do by mistake. */
export function valueOf({ kind, value }: SubjectDraft): string {
  return kind === 'USER' ? value : value.trim().toLowerCase()
}

/**
 * What downloads everything that is stored of them. The route takes no cookie, so that no page can ask for it. Quotes
 * cannot end the argument of the shell: in an address they are written %27.
 */
export function exportLine(draft: SubjectDraft, { origin, site }: { origin: string; site: string }): string {
  const value = draft.kind === 'USER' ? `${draft.attribute}:${draft.value}` : valueOf(draft)
  const query = new URLSearchParams({ site, [draft.kind.toLowerCase()]: value })
  return `curl -f -H "Authorization: Bearer $SIGHTLINE_TOKEN" -o ${site}.ndjson '${origin}/v1/export?${query}'`
}
