import { chmodSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { noDebian, provideDebianRoot } from './debian-root.ts'
import { LocalServiceError } from '../local-service-error.ts'
import { SERVER_ENVIRONMENT, type Installation } from '../installation.ts'
import type { LocalServiceOptions } from '../local-service.ts'
import { runCommand } from '../run-command.ts'

/** systemd names 60706–61183 as free of users: nobody on the host is this one, and it is in no passwd. */
const SERVICE_ID = 60_817

const HOME_SEEN = '/service'
/** Mounts are seen by this process and its children only, and are gone with them. */
const MOUNT_AND_ENTER = `
root=$1 home=$2; shift 2
mount --rbind /dev "$root/dev" &&
mount --rbind /proc "$root/proc" &&
mount --bind "$home" "$root${HOME_SEEN}" &&
mount --bind "$home/passwd" "$root/etc/passwd" || exit 125
exec "$@"`

export async function openPrivateRoot(options: LocalServiceOptions): Promise<Installation> {
  if (process.platform !== 'linux') throw noDebian(`it runs ${process.platform}`)
  const isRoot = process.getuid?.() === 0
  const { uid, gid } = isRoot ? { uid: SERVICE_ID, gid: SERVICE_ID } : ownIds()
  await requireNamespaces(isRoot)
  const cacheDirectory = options.cacheDirectory ?? join(homedir(), '.cache', 'sightline')
  const root = await provideDebianRoot(cacheDirectory, options.onProgress ?? (() => {}))
  const unshare = isRoot ? UNSHARE_AS_ROOT : UNSHARE_AS_USER
  // A second user namespace takes the mapping to root back: PostgreSQL refuses to run as root.
  const drop = isRoot
    ? ['chroot', `--userspec=${uid}:${gid}`, '--groups=', root]
    : ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, `--root=${root}`, '--wd=/']
  return {
    origin: 'private',
    owner: isRoot ? { uid, gid } : null,
    spawnAs: null,
    homeSeen: () => HOME_SEEN,
    enter: (home, argv) => {
      const passwd = join(home, 'passwd')
      writeFileSync(passwd, `sightline:x:${uid}:${gid}::/:/usr/sbin/nologin\n`)
      chmodSync(passwd, 0o644)
      return [...unshare, 'sh', '-c', MOUNT_AND_ENTER, 'sh', root, home, ...drop, ...argv]
    },
  }
}

const UNSHARE_AS_ROOT = ['unshare', '--mount']
const UNSHARE_AS_USER = ['unshare', '--user', '--mount', '--map-root-user']

function ownIds(): { uid: number; gid: number } {
  const uid = process.getuid?.()
  const gid = process.getgid?.()
  if (uid === undefined || gid === undefined) throw new TypeError('this system has no user ids')
  return { uid, gid }
}

/** Asked before anything is downloaded. A mount is tried too: some kernels give a namespace and no rights in it. */
async function requireNamespaces(isRoot: boolean): Promise<void> {
  const unshare = isRoot ? UNSHARE_AS_ROOT : UNSHARE_AS_USER
  const { status, stderr } = await runCommand([...unshare, 'mount', '--bind', '/proc', '/proc'], {
    env: SERVER_ENVIRONMENT,
  })
  if (status === 0) return
  const [namespaces, remedy] = isRoot
    ? ['mount namespaces', 'give the container CAP_SYS_ADMIN']
    : ['user namespaces', 'allow them (sysctl kernel.unprivileged_userns_clone, user.max_user_namespaces)']
  throw new LocalServiceError(
    'no-namespaces',
    `this kernel does not allow ${namespaces} here (${stderr.trim()}): ${remedy}, or set DATABASE_URL and REDIS_URL`,
  )
}
