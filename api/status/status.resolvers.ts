import { requireCaller } from '../context.ts'
import { globalId } from '../global-id.ts'
import type { Resolvers } from '../schema.generated.ts'
import { deleteIncident, idOfIncident, incidentsOf, openIncident, updateIncident } from './incidents.ts'
import { deleteStatusPage, idOfPage, saveStatusPage, statusPagesOf } from './status-pages.ts'
import { pageFor, viewOf } from './status-view.ts'

export const statusResolvers: Resolvers = {
  Query: {
    statusPage: async (_, { slug }, context) => {
      const found = await pageFor(context.control, requireCaller(context), slug ?? null)
      return found === null ? null : viewOf(found.page, found.floor, context)
    },
  },
  Site: {
    statusPages: (site, _, { control }) => statusPagesOf(control, site),
  },
  StatusPage: {
    id: idOfPage,
    components: ({ site, components }) =>
      components.map((component) => ({
        ...component,
        slo: component.slo === null ? null : globalId(site, 'slo', String(component.slo)),
      })),
    incidents: (page, _, { control, now }) => incidentsOf(control, page, now),
  },
  Incident: {
    id: idOfIncident,
  },
  StatusView: {
    at: ({ at }) => new Date(at),
  },
  StatusViewDay: {
    start: ({ start }) => new Date(start),
  },
  Mutation: {
    saveStatusPage: (_, { input }, context) => saveStatusPage(context.control, requireCaller(context), input),
    deleteStatusPage: (_, { id }, context) => deleteStatusPage(context.control, requireCaller(context), id),
    openIncident: (_, { input }, context) =>
      openIncident({ ...context, caller: requireCaller(context) }, input),
    updateIncident: (_, { input }, context) =>
      updateIncident({ ...context, caller: requireCaller(context) }, input),
    deleteIncident: (_, { id }, context) =>
      deleteIncident({ ...context, caller: requireCaller(context) }, id),
  },
}
