/** Whose data it is: a visitor, a session, or the user whom an attribute of sessions names. */
import { createHash } from 'node:crypto'
import { type Sql, sql } from '../db/sql.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import { isUuid } from '../uuid.ts'

export const SUBJECT_KINDS = ['VISITOR', 'SESSION', 'USER'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** `attribute` names the user; null for the other kinds. */
export type Subject = { kind: SubjectKind; attribute: string | null; value: string }

export type SubjectInput = {
  visitor?: string | null | undefined
  session?: string | null | undefined
  user?: { attribute: string; value: string } | null | undefined
}

const LONGEST = 1024

/** Exactly one of the three, or what is wrong with them. */
export function parseSubject({ visitor, session, user }: SubjectInput): Subject | UserError[] {
  const given: Subject[] = [
    ...(visitor === null || visitor === undefined
      ? []
      : [{ kind: 'VISITOR' as const, attribute: null, value: visitor.toLowerCase() }]),
    ...(session === null || session === undefined
      ? []
      : [{ kind: 'SESSION' as const, attribute: null, value: session.toLowerCase() }]),
    ...(user === null || user === undefined ? [] : [{ kind: 'USER' as const, ...user }]),
  ]
  const [subject] = given
  if (subject === undefined || given.length > 1)
    return [mistake([], `${given.length} subjects were given: expected one of visitor, session and user`)]
  if (subject.kind !== 'USER')
    return isUuid(subject.value)
      ? subject
      : [
          mistake(
            [subject.kind.toLowerCase()],
            `"${subject.value.slice(0, 60)}" is no UUID: look for it in a session`,
          ),
        ]
  const mistakes = [
    ...checkLength('attribute', subject.attribute ?? '', LONGEST),
    ...checkLength('value', subject.value, LONGEST),
  ].map(({ path, ...rest }) => ({ path: ['user', ...path], ...rest }))
  return mistakes.length === 0 ? subject : mistakes
}

/** SHA-256, so that what is forgotten is known again without being kept. */
export function digestOf(siteId: number, { kind, attribute, value }: Subject): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([siteId, kind, attribute, value]))
    .digest()
}

/** Whether a row of `rum.sessions`, as `s`, is of the subject. */
export function isOfSubject({ kind, attribute, value }: Subject): Sql {
  switch (kind) {
    case 'VISITOR':
      return sql`s.visitor_id = ${value}::uuid`
    case 'SESSION':
      return sql`s.session_id = ${value}::uuid`
    case 'USER':
      return sql`s.attributes ->> ${attribute}::text = ${value}::text`
  }
}

function mistake(path: string[], message: string): UserError {
  return { path, code: 'INVALID', message }
}
