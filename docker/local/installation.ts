import { chownSync } from 'node:fs'

export type Owner = { uid: number; gid: number }

/** How a server's programs are run: inside a private root, or as they lie in node_modules. */
export type Installation = {
  origin: 'private' | 'embedded'
  /** Who must own the data directory; null: whoever runs Sightline. */
  owner: Owner | null
  /** Who starts the command; null: whoever runs Sightline, and the command itself drops to the owner. */
  spawnAs: Owner | null
  /** The service's home as its programs see it. */
  homeSeen(home: string): string
  /** The command that runs `argv` there, with `home` in reach. */
  enter(home: string, argv: string[]): string[]
}

/** Nothing of the caller's environment reaches a server: PGDATA or LC_ALL would change what it does. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export function giveTo(owner: Owner | null, path: string): void {
  if (owner !== null) chownSync(path, owner.uid, owner.gid)
}
