/** SQL as a value: text and bound values together. What stands in `${}` is a bound value or another Sql, never text. */
export type Sql = {
  readonly [SQL]: true
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
}

const SQL = Symbol('sql')

export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  const parts: string[] = [strings[0] ?? '']
  const bound: unknown[] = []
  const append = (text: string) => {
    parts[parts.length - 1] += text
  }
  values.forEach((value, i) => {
    if (isSql(value)) {
      value.strings.forEach((text, j) => {
        if (j > 0) {
          bound.push(value.values[j - 1])
          parts.push('')
        }
        append(text)
      })
    } else {
      bound.push(value)
      parts.push('')
    }
    append(strings[i + 1] ?? '')
  })
  return { [SQL]: true, strings: parts, values: bound }
}

/** A statement whose text was put together from frozen tables when the module loaded, with $1, $2 … in this order. */
export function frozen(text: string, values: readonly unknown[]): Sql {
  return { [SQL]: true, strings: text.split(/\$\d+/), values }
}

/** Fragments with a separator between them: `join(conditions, sql` AND `)`. */
export function join(fragments: readonly Sql[], separator: Sql): Sql {
  const [first = sql``, ...rest] = fragments
  return rest.reduce((all, fragment) => sql`${all}${separator}${fragment}`, first)
}

/** The text with `$1`, `$2` … and the values they stand for. */
export function toQuery({ strings, values }: Sql): { text: string; values: unknown[] } {
  const text = strings.reduce((all, part, i) => (i === 0 ? part : `${all}$${i}${part}`), '')
  return { text: text.trim(), values: [...values] }
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && SQL in value
}
