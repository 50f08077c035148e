/**
 * The bodies of all requests under way that may outlive their page must not exceed 64 KiB together
 * (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch); some room is left to the page's own.
 */
export const KEEPALIVE_BYTES = 60 * 1024

/** The length of the text in UTF-8, as it travels. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
