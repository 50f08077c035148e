import type { Context } from '../context.ts'
import { figuresOf } from '../segment/group-loaders.ts'
import { type Proportion, proportion } from '../statistics/proportion.ts'
import type { ResourceGroup } from './resources.queries.ts'

/** Views that loaded something of the group, of all views of the segment. */
export async function shareOfViews(
  group: ResourceGroup,
  { groups, segments }: Pick<Context, 'groups' | 'segments'>,
): Promise<Proportion> {
  const { source, place, segment } = group
  const [loading, views, { count, squares }] = await Promise.all([
    groups.distinct.load({ source, place, of: 'views' }),
    segments.views.load(segment),
    figuresOf(groups, group),
  ])
  // The views that loaded it weigh count / squares of their number on average: so many say as much unweighted.
  return proportion(Math.min(loading, views), views, views * (count / squares))
}
