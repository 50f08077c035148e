/** What of a schema would break whoever was built against the last release, unless the changelog says it. */
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql'

type Compared = {
  /** The SDL of the last release, and of now. */
  released: string
  current: string
  /** The text of CHANGELOG.md: its section Unreleased announces a change by naming it word for word. */
  changelog: string
}

export function schemaChanges({ released, current, changelog }: Compared) {
  const [before, now] = [buildSchema(released), buildSchema(current)]
  const announced = oneLine(/^## Unreleased$(.*?)(?=^## |$(?![^]))/ms.exec(changelog)?.[1] ?? '')
  const describe = ({ description }: { description: string }) => description
  return {
    breaking: findBreakingChanges(before, now)
      .map(describe)
      .filter((change) => !announced.includes(oneLine(change))),
    dangerous: findDangerousChanges(before, now).map(describe),
  }
}

/** Lines are broken anywhere in a changelog. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
