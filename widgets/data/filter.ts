/** Filters as the API takes them: built from what people choose, joined so that all must hold. */
import { DIMENSIONS, type DimensionName } from '../format/names.ts'

/** FilterInput of the GraphQL schema. */
export type Filter = Readonly<Record<string, unknown>>

/** The segment in which a dimension has this value; null is unknown. */
export function whereEquals(dimension: DimensionName, key: string | null): Filter {
  const { field } = DIMENSIONS[dimension]
  if (key === null) {
    // A view always came about somehow: the schema has no unknown navigation type.
    return dimension === 'NAVIGATION_TYPE' ? { or: [] } : { [field]: { exists: false } }
  }
  const isEnum = dimension === 'DEVICE' || dimension === 'NAVIGATION_TYPE'
  return { [field]: { eq: isEnum ? key.toUpperCase() : key } }
}

/** All of them at once; null if there is none. */
export function allOf(filters: readonly (Filter | null)[]): Filter | null {
  const given = filters.filter((filter) => filter !== null)
  return given.length > 1 ? { and: given } : (given[0] ?? null)
}

/**
 * A filter from an attribute or a property. A text that is not a JSON object is kept as the text, which no element
 * takes for a filter: a typing error must not show the figures of everybody.
 */
export function parseFilter(value: string | null): Filter | string | null {
  if (value === null || value.trim() === '') return null
  try {
    const parsed: unknown = JSON.parse(value)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Filter)
      : value
  } catch {
    return value
  }
}
