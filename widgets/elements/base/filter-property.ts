import type { PropertyDeclaration } from 'lit'
import { parseFilter, type Filter } from '../../data/filter.ts'

/** A FilterInput as an object, or as JSON in the attribute. */
export const filterProperty: PropertyDeclaration = {
  converter: {
    fromAttribute: parseFilter,
    toAttribute: (filter: Filter | string | null) =>
      typeof filter === 'object' && filter !== null ? JSON.stringify(filter) : filter,
  },
  reflect: true,
}
