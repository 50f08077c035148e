/** Mistakes in a mutation's input, collected so that all are told at once. */
export type UserError = { path: string[]; code: 'INVALID' | 'TAKEN' | 'UNKNOWN'; message: string }

/** The text if its length is within bounds; else the mistake. */
export function checkLength(path: string, value: string, most: number): UserError[] {
  const length = value.trim().length
  if (length >= 1 && length <= most) return []
  return [
    { path: [path], code: 'INVALID', message: `\`${path}\` has ${length} characters: expected 1 to ${most}` },
  ]
}
