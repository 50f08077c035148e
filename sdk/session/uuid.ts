/** Identifiers as RFC 9562 defines them, without `crypto.randomUUID`, which pages without https do not have. */
export type RandomBytes = (length: number) => Uint8Array

export const cryptoBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** Version 7: 48 bits of epoch milliseconds, then chance; sorts by time of making. */
export function uuidV7(now: number, randomBytes: RandomBytes = cryptoBytes): string {
  const time = Math.floor(now).toString(16).padStart(12, '0').slice(-12)
  return format(time + toHex(randomBytes(10)), '7')
}

/** Version 4: chance alone, so that it tells nothing about when it was made. */
export function uuidV4(randomBytes: RandomBytes = cryptoBytes): string {
  return format(toHex(randomBytes(16)), '4')
}

/** The epoch milliseconds in which a version 7 identifier was made. */
export function timeOfUuidV7(id: string): number {
  return parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function format(hex: string, version: string): string {
  const variant = '89ab'[parseInt(hex.charAt(16), 16) & 3] ?? '8'
  const digits = hex.slice(0, 12) + version + hex.slice(13, 16) + variant + hex.slice(17)
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
