/** `npm run dev -- gallery`: every element in every state, without a database. */
import { startGalleryServer } from './gallery-server.ts'

const PORT = 4466

const server = await startGalleryServer(PORT).catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') return startGalleryServer()
  throw error
})
process.stdout.write(`\n  Gallery  ${server.origin}/gallery   Ctrl+C stops it.\n\n`)
