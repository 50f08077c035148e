/** The log of a process. Of errors it tells what they are and where they were made, and nothing that they carry along. */
import { type DestinationStream, type Logger, pino } from 'pino'

type Told = { type: string; message: string; stack?: string; code?: string; cause?: Told }

export function createLog(
  { name, level }: { name: string; level: string },
  destination?: DestinationStream,
): Logger {
  const options = {
    name,
    level,
    serializers: { err: (error: unknown) => (error instanceof Error ? tell(error) : error) },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** ioredis puts the command that failed into its errors, with the password where that is AUTH; pg the values of a row. */
function tell(error: Error): Told {
  const { name, message, stack, cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    type: name,
    message,
    ...(stack !== undefined && { stack }),
    ...(code !== undefined && { code }),
    ...(cause instanceof Error && { cause: tell(cause) }),
  }
}
