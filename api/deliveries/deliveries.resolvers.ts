import { connection, pageSize } from '../connection.ts'
import { type Context, requireCaller, requireOutbound } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'
import { type ChannelKind, type ChannelSettings, targetOf } from './channel-settings.ts'
import {
  channelById,
  channelsOf,
  createChannel,
  deleteChannel,
  idOfChannel,
  rotateChannelSecret,
  updateChannel,
} from './channels.ts'
import { cursorOfDelivery, deliveriesOf } from './deliveries.queries.ts'
import { retryDelivery, testChannel } from './try-deliveries.ts'

const MOST_DELIVERIES = 200

export const deliveriesResolvers: Resolvers = {
  Site: {
    channels: (site, _, { control }) => channelsOf(control, site),
    deliveries: async (site, { first, after, status }, { db }) => {
      const size = pageSize(first ?? 50, MOST_DELIVERIES)
      const page = { first: size, after: after ?? null, status: status ?? null }
      const rows = await deliveriesOf(db, site, page)
      return connection(rows.slice(0, size), { hasNextPage: rows.length > size, after }, cursorOfDelivery)
    },
  },
  Channel: {
    id: idOfChannel,
    kind: ({ kind }) => kind as ChannelKind,
    target: ({ settings }) => targetOf(settings as ChannelSettings),
    oldSecretUntil: ({ oldSecretUntil }, _, { now }) =>
      oldSecretUntil !== null && oldSecretUntil.getTime() > now ? oldSecretUntil : null,
  },
  Delivery: {
    channel: ({ site, channelId }, _, { control }) => channelById(control, site, String(channelId)),
    kind: ({ notice }) => notice.kind,
    title: ({ notice }) => notice.title,
    lastAttemptAt: ({ lastAt }) => lastAt,
    nextAttemptAt: ({ nextAt }) => nextAt,
  },
  Mutation: {
    createChannel: (_, { input }, context) =>
      createChannel(changing(context), { ...input, url: input.url ?? null, to: input.to ?? null }),
    updateChannel: (_, { input: { id, name, url, to } }, context) =>
      updateChannel(changing(context), { id, name: name ?? null, url: url ?? null, to: to ?? null }),
    deleteChannel: (_, { id }, context) => deleteChannel(changing(context), id),
    rotateChannelSecret: (_, { id }, context) => rotateChannelSecret(changing(context), id),
    testChannel: (_, { id }, context) => testChannel(context, id),
    retryDelivery: (_, asked, context) => retryDelivery(context, asked),
  },
}

function changing(context: Context) {
  const { control, now } = context
  const { allowedOrigins } = requireOutbound(context).settings
  return { control, caller: requireCaller(context), allowedOrigins, now }
}
