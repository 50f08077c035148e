import type pg from 'pg'

/**
 * The role that may read the tables of schema rum and nothing else; the migration `reader` makes it where it may.
 *
 * It protects from mistakes: a statement that reads tokens or keys, or writes, fails, also one that a bug let be put
 * together from what somebody sent, as long as it is one plain SELECT. It does not protect from whoever may run any
 * statement: the connection is that of the login role, which `SET ROLE NONE`, `RESET ROLE` or `set_config('role', …)`
 * bring back, as `SET default_transaction_read_only = off` does with writing. The extended protocol, which every
 * statement with bound values uses, lets nobody append a second one. Temporary tables need write transactions only.
 */
const READER = 'sightline_reader'

/** Takes the role on a new connection; stays what it is where the role is missing or was not granted. */
export async function becomeReader(client: pg.ClientBase): Promise<void> {
  await client.query(
    `/* database.becomeReader */
SELECT set_config('role', rolname, FALSE)
FROM pg_roles
WHERE rolname = $1
  AND pg_has_role(current_user, oid, CASE WHEN current_setting('server_version_num')::integer >= 160000 THEN 'SET' ELSE 'MEMBER' END)
  AND has_schema_privilege(oid, 'rum', 'USAGE')`,
    [READER],
  )
}
