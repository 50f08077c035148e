/** Requests that want more work than they are: each with the code or the status that refuses it. */
import type { Init } from '../graphql-server.ts'

export type Hostile = {
  name: string
  /** The code of its error; ANY where more than one is right. */
  code: string
  question?: object
  init?: Init
}

const many = (count: number, part: (i: number) => string, separator = ' ') =>
  Array.from({ length: count }, (_, i) => part(i)).join(separator)
const nested = (levels: number, open: string, close: string, core = '') =>
  open.repeat(levels) + core + close.repeat(levels)
const query = (text: string, variables: object = {}) => ({ question: { query: text, variables } })
const raw = (body: NonNullable<Init['body']>, headers: Record<string, string> = {}) => ({
  init: { body, headers },
})

const SITE = '{ site(id: "hostile") '
const SEGMENT = `${SITE}{ segment(range: { last: "P7D" }) `
const inSegment = (selection: string) => `${SEGMENT}{ ${selection} } } }`
const FILTERED =
  'query ($where: FilterInput) { site(id: "hostile") { segment(range: { last: "P7D" }, where: $where) { views } } }'
const doubling = (levels: number) =>
  `{ ...F0 } ${many(levels, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${levels} on Query { __typename }`
const widening = (levels: number) =>
  `{ site(id: "x") { segment(range: { last: "P1D" }) { ...F0 } } } ${many(
    levels,
    (i) =>
      `fragment F${i} on Segment { a: by(dimension: PAGE) { segment { ...F${i + 1} } } b: by(dimension: OS) { segment { ...F${i + 1} } } }`,
  )} fragment F${levels} on Segment { views }`
const deepFilter = (levels: number): object => JSON.parse(nested(levels, '{"not":', '}', '{}')) as object
const deepList = (levels: number) => nested(levels, '[', ']', '1')

const DOCUMENTS: Hostile[] = [
  {
    name: 'a fragment that holds itself',
    code: 'GRAPHQL_VALIDATION_FAILED',
    ...query('{ ...A } fragment A on Query { ...A }'),
  },
  {
    name: 'two fragments that hold each other',
    code: 'GRAPHQL_VALIDATION_FAILED',
    ...query('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  },
  {
    name: 'a ring of 200 fragments',
    code: 'GRAPHQL_VALIDATION_FAILED',
    ...query(`{ ...F0 } ${many(200, (i) => `fragment F${i} on Query { ...F${(i + 1) % 200} }`)}`),
  },
  { name: 'fragments that double 30 times', code: 'SELECTIONS_EXCEEDED', ...query(doubling(30)) },
  { name: 'fragments that double 150 times', code: 'SELECTIONS_EXCEEDED', ...query(doubling(150)) },
  { name: 'splits that double 5 times', code: 'ANY', ...query(widening(5)) },
  { name: 'splits that double 14 times', code: 'ANY', ...query(widening(14)) },
  {
    name: '5,000 aliases',
    code: 'TOKENS_EXCEEDED',
    ...query(`{ ${many(5000, (i) => `a${i}: __typename`)} }`),
  },
  { name: '500 aliases', code: 'ALIASES_EXCEEDED', ...query(`{ ${many(500, (i) => `a${i}: __typename`)} }`) },
  {
    name: '31 aliases of a site',
    code: 'ALIASES_EXCEEDED',
    ...query(`{ ${many(31, (i) => `a${i}: sites { nodes { id } }`)} }`),
  },
  {
    name: '10,000 directives',
    code: 'TOKENS_EXCEEDED',
    ...query(`{ __typename ${'@skip(if: false) '.repeat(5000)}${'@a '.repeat(5000)} }`),
  },
  {
    name: '600 directives on a field',
    code: 'DIRECTIVES_EXCEEDED',
    ...query(`{ __typename ${'@a '.repeat(600)} }`),
  },
  {
    name: '150 times @include',
    code: 'DIRECTIVES_EXCEEDED',
    ...query(`{ ${many(150, () => '__typename @include(if: true)')} }`),
  },
  {
    name: '600 directives on an operation',
    code: 'DIRECTIVES_EXCEEDED',
    ...query(`query ${'@a '.repeat(600)} { __typename }`),
  },
  {
    name: 'one field 900 times, to be compared with each other',
    code: 'ANY',
    ...query(`{ ${'viewer { name } '.repeat(499)} x }`),
  },
  {
    name: 'fields that overlap in fragments',
    code: 'ANY',
    ...query(
      `{ ${many(150, (i) => `...F${i}`)} } ${many(150, (i) => `fragment F${i} on Query { sites { nodes { id name } } }`)} fragment Z on Query { x }`,
    ),
  },
  {
    name: 'fields that conflict 300 times',
    code: 'ANY',
    ...query(`{ ${many(300, (i) => `site(id: "${i}") { id }`)} }`),
  },
  {
    name: 'conflicts deep in nested fields',
    code: 'ANY',
    ...query(
      `{ ${many(18, (i) => `site(id: "x") { segment(range: { last: "P${i + 1}D" }) { by(dimension: PAGE) { segment { by(dimension: PAGE, top: ${i}) { key } } } } }`)} }`,
    ),
  },
  { name: '1,000 fields within fields', code: 'TOKENS_EXCEEDED', ...query(nested(1000, '{ a ', '}')) },
  { name: '600 fields within fields', code: 'ANY', ...query(nested(600, '{ a ', '}')) },
  {
    name: '40 splits within splits',
    code: 'ANY',
    ...query(inSegment(nested(40, 'by(dimension: PAGE) { segment { ', '} }', 'views'))),
  },
  {
    name: '13 fields within fields that are there',
    code: 'DEPTH_EXCEEDED',
    ...query(inSegment(nested(6, 'over(interval: DAY) { segment { ', '} }', 'views'))),
  },
  {
    name: '800 inline fragments within each other',
    code: 'ANY',
    ...query(nested(800, '{ ... ', '}', '{ x }')),
  },
  { name: '3,000 brackets that do not close', code: 'ANY', ...query('{'.repeat(3000)) },
  {
    name: '3,000 list brackets as an argument',
    code: 'ANY',
    ...query(`{ site(id: ${nested(1500, '[', ']')}) { id } }`),
  },
  {
    name: 'an argument of 400 objects within each other',
    code: 'ANY',
    ...query(
      `{ site(id: "hostile") { segment(range: { last: "P1D" }, where: ${nested(400, '{ not: ', '}', '{}')}) { views } } }`,
    ),
  },
  { name: 'a type of 900 lists', code: 'ANY', ...query(`query ($a: ${nested(900, '[', ']', 'Int')}) { x }`) },
  {
    name: 'introspection that goes round',
    code: 'ANY',
    ...query(`{ __schema { types { ${nested(40, 'fields { type { ', '} }', 'name')} } } }`),
  },
  {
    name: 'introspection that goes round thrice',
    code: 'ANY',
    ...query(
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    ),
  },
  {
    name: 'introspection of interfaces of types of interfaces',
    code: 'ANY',
    ...query(`{ __type(name: "Session") { ${nested(6, 'possibleTypes { interfaces { ', '} }', 'name')} } }`),
  },
  {
    name: '400 operations and no name',
    code: 'ANY',
    ...query(many(400, (i) => `query Q${i} { __typename }`)),
  },
  {
    name: 'an operation that is not there',
    code: 'OPERATION_RESOLUTION_FAILURE',
    question: { query: 'query A { __typename } query B { __typename }', operationName: 'C' },
  },
  {
    name: '400 operations of one name',
    code: 'GRAPHQL_VALIDATION_FAILED',
    ...query('query Q { a } '.repeat(400)),
  },
  {
    name: '1,000 variables',
    code: 'TOKENS_EXCEEDED',
    ...query(`query (${many(1000, (i) => `$v${i}: Int`)}) { __typename }`),
  },
  {
    name: '400 variables that nobody uses',
    code: 'GRAPHQL_VALIDATION_FAILED',
    ...query(`query (${many(400, (i) => `$v${i}: Int`)}) { __typename }`),
  },
  { name: 'a subscription', code: 'ANY', ...query('subscription { __typename }') },
  { name: 'a schema', code: 'GRAPHQL_VALIDATION_FAILED', ...query('type Query { a: Int } { __typename }') },
  { name: 'no operation at all', code: 'ANY', ...query('fragment A on Query { __typename }') },
  { name: 'an empty document', code: 'BAD_REQUEST', ...query('') },
  { name: 'only a comment', code: 'GRAPHQL_PARSE_FAILED', ...query(`#${'x'.repeat(1000)}`) },
  {
    name: '90 kB of white space before a mistake',
    code: 'GRAPHQL_PARSE_FAILED',
    ...query(`${' '.repeat(90_000)}(`),
  },
  {
    name: '90 kB of comments before a mistake',
    code: 'GRAPHQL_PARSE_FAILED',
    ...query(`${'# x\n'.repeat(18_000)}(`),
  },
  { name: '90 kB of commas', code: 'GRAPHQL_PARSE_FAILED', ...query(`{${','.repeat(90_000)}}`) },
  { name: 'a name of 90 kB', code: 'GRAPHQL_VALIDATION_FAILED', ...query(`{ ${'a'.repeat(90_000)} }`) },
  {
    name: 'a number of 90 kB',
    code: 'GRAPHQL_VALIDATION_FAILED',
    ...query(
      `{ site(id: "x") { session(id: "x") { timeline(first: ${'9'.repeat(90_000)}) { nodes { id } } } } }`,
    ),
  },
  {
    name: 'a block string of 20,000 quotes',
    code: 'ANY',
    ...query(`{ x(a: """${'\\"""'.repeat(10_000)}""") }`),
  },
  {
    name: 'a string that does not end',
    code: 'GRAPHQL_PARSE_FAILED',
    ...query(`{ site(id: "${'x'.repeat(50_000)}`),
  },
  { name: 'a NUL in the document', code: 'GRAPHQL_PARSE_FAILED', ...query('{ viewer \u0000 }') },
  { name: 'half of a surrogate in the document', code: 'GRAPHQL_PARSE_FAILED', ...query('{ a\ud800 }') },
  { name: 'a byte order mark in the middle', code: 'ANY', ...query('{ a \ufeff ( }') },
  {
    name: '200 parts by 2,000 buckets',
    code: 'COST_EXCEEDED',
    ...query(
      '{ site(id: "hostile") { segment(range: { last: "P83D" }) { by(dimension: PAGE, top: 200) { segment { over(interval: HOUR) { segment { views } } } } } } }',
    ),
  },
  {
    name: '200 by 200 by 200 parts',
    code: 'COST_EXCEEDED',
    ...query(inSegment(nested(3, 'by(dimension: PAGE, top: 200) { segment { ', '} }', 'views'))),
  },
  {
    name: '2,147,483,647 parts',
    code: 'COST_EXCEEDED',
    ...query(inSegment('by(dimension: PAGE, top: 2147483647) { segment { views } }')),
  },
  {
    name: 'a document to explain that is too large',
    code: 'TOKENS_EXCEEDED',
    ...query('query ($q: String!) { explainCost(query: $q) { cost } }', { q: `{ ${'a '.repeat(3000)} }` }),
  },
]

const VARIABLES: Hostile[] = [
  {
    name: 'variables of 10 MB',
    code: 'BODY_TOO_LARGE',
    ...query(FILTERED, { where: { page: { eq: 'x'.repeat(10_000_000) } } }),
  },
  {
    name: 'variables a little over the limit',
    code: 'BODY_TOO_LARGE',
    ...query(FILTERED, { where: { page: { eq: 'x'.repeat(102_400) } } }),
  },
  { name: 'a filter 500 deep', code: 'BODY_TOO_DEEP', ...query(FILTERED, { where: deepFilter(500) }) },
  {
    name: 'a filter 10,000 deep',
    code: 'BODY_TOO_DEEP',
    ...raw(`{"query":"{ a }","variables":{"where":${nested(10_000, '{"not":', '}', '{}')}}}`),
  },
  { name: 'a filter 12 deep', code: 'BAD_USER_INPUT', ...query(FILTERED, { where: deepFilter(12) }) },
  {
    name: 'a list of 10,000 values',
    code: 'BAD_USER_INPUT',
    ...query(FILTERED, { where: { page: { in: Array.from({ length: 10_000 }, (_, i) => `/${i}`) } } }),
  },
  {
    name: 'a NUL in a value',
    code: 'BAD_USER_INPUT',
    ...query(FILTERED, { where: { page: { eq: '/\u0000' } } }),
  },
  {
    name: '40,000 brackets as a variable',
    code: 'BODY_TOO_DEEP',
    ...raw(`{"query":"{ __typename }","variables":{"a":${deepList(40_000)}}}`),
  },
  {
    name: 'a variable of a field that is not there',
    code: 'BAD_USER_INPUT',
    ...query(FILTERED, { where: { password: { eq: 'x' } } }),
  },
  {
    name: '__proto__ as a field of a variable',
    code: 'BAD_USER_INPUT',
    ...raw(`{"query":${JSON.stringify(FILTERED)},"variables":{"where":{"__proto__":{"page":{"eq":"x"}}}}}`),
  },
  {
    name: 'constructor as a field of a variable',
    code: 'BAD_USER_INPUT',
    ...query(FILTERED, { where: { constructor: { prototype: {} } } }),
  },
  {
    name: 'a number no double holds',
    code: 'BAD_USER_INPUT',
    ...raw(
      '{"query":"query ($q: Float!) { site(id: \\"x\\") { segment(range: { last: \\"P1D\\" }) { vital(metric: LCP) { percentile(q: $q) { value } } } } }","variables":{"q":1e999}}',
    ),
  },
  {
    name: 'a duration of 1,000 digits',
    code: 'BAD_USER_INPUT',
    ...query('query ($d: Duration!) { site(id: "hostile") { segment(range: { last: $d }) { views } } }', {
      d: `P${'9'.repeat(1000)}D`,
    }),
  },
  {
    name: 'a duration that is a loop for a regular expression',
    code: 'BAD_USER_INPUT',
    ...query('query ($d: Duration!) { site(id: "hostile") { segment(range: { last: $d }) { views } } }', {
      d: `P${'1'.repeat(50_000)}!`,
    }),
  },
  {
    name: 'a time that is a loop for a regular expression',
    code: 'BAD_USER_INPUT',
    ...query(
      'query ($t: DateTime!) { site(id: "hostile") { segment(range: { from: $t, to: $t }) { views } } }',
      { t: `2026-01-01T${'0'.repeat(90_000)}x` },
    ),
  },
  {
    name: 'a range of a million years',
    code: 'BAD_USER_INPUT',
    ...query('{ site(id: "hostile") { segment(range: { last: "P1000000Y" }) { views } } }'),
  },
  {
    name: 'a cursor that is a loop for a regular expression',
    code: 'BAD_USER_INPUT',
    ...query(
      'query ($c: String!) { site(id: "hostile") { segment(range: { last: "P1D" }) { sessions(after: $c) { nodes { id } } } } }',
      { c: Buffer.from(`${'1'.repeat(40_000)} `).toString('base64url') },
    ),
  },
  {
    name: 'a page of −1',
    code: 'BAD_USER_INPUT',
    ...query(
      '{ site(id: "hostile") { segment(range: { last: "P1D" }) { sessions(first: -1) { nodes { id } } } } }',
    ),
  },
  {
    name: 'a million bins',
    code: 'COST_EXCEEDED',
    ...query(inSegment('vital(metric: LCP) { histogram(bins: 1000000) { count } }')),
  },
  {
    name: 'buckets of a minute for a year',
    code: 'ANY',
    ...query(
      '{ site(id: "hostile") { segment(range: { last: "P365D" }) { over(interval: MINUTE) { start } } } }',
    ),
  },
  {
    name: 'a quantile that is not a number',
    code: 'ANY',
    ...query(
      '{ site(id: "hostile") { segment(range: { last: "P1D" }) { vital(metric: LCP) { percentile(q: 75) { value } } } } }',
    ),
  },
]

const invalidUtf8 = Buffer.concat([
  Buffer.from('{"query":"{ viewer { name } } #'),
  Buffer.from([0xff, 0xfe]),
  Buffer.from('"}'),
])

const REQUESTS: Hostile[] = [
  {
    name: 'a list of two operations',
    code: 'BATCH_REFUSED',
    ...raw('[{"query":"{ __typename }"},{"query":"{ __typename }"}]'),
  },
  {
    name: 'a list of 4,000 operations',
    code: 'BATCH_REFUSED',
    ...raw(`[${many(4000, () => '{"query":"{a}"}', ',')}]`),
  },
  { name: 'a list of nothing', code: 'BATCH_REFUSED', ...raw('[]') },
  {
    name: 'a persisted query',
    code: 'ANY',
    ...raw('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"abc"}}}'),
  },
  {
    name: 'a persisted query to be registered',
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
    ...raw(
      '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"}}}',
    ),
  },
  { name: 'bytes that are not UTF-8', code: 'BAD_REQUEST', ...raw(invalidUtf8) },
  { name: 'no JSON', code: 'BAD_REQUEST', ...raw('{"query":') },
  { name: 'a string', code: 'BAD_REQUEST', ...raw('"{ __typename }"') },
  { name: 'null', code: 'BAD_REQUEST', ...raw('null') },
  {
    name: 'a body that is gzip',
    code: 'BAD_REQUEST',
    ...raw(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), { 'content-encoding': 'gzip' }),
  },
  { name: '100,000 brackets', code: 'BODY_TOO_DEEP', ...raw('['.repeat(100_000)) },
  { name: 'a query that is a list', code: 'BAD_REQUEST', ...raw('{"query":["{ __typename }"]}') },
  {
    name: 'a query that is a parsed document',
    code: 'BAD_REQUEST',
    ...raw('{"query":{"kind":"Document","definitions":[]}}'),
  },
  {
    name: 'a simple request as text',
    code: 'BAD_REQUEST',
    ...raw('{"query":"{ __typename }"}', { 'content-type': 'text/plain' }),
  },
  {
    name: 'a simple request as a form',
    code: 'BAD_REQUEST',
    ...raw('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }),
  },
  {
    name: 'a simple request in parts',
    code: 'BAD_REQUEST',
    ...raw('--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--', {
      'content-type': 'multipart/form-data; boundary=x',
    }),
  },
  {
    name: 'a document as its own type',
    code: 'BAD_REQUEST',
    ...raw('{ __typename }', { 'content-type': 'application/graphql' }),
  },
  {
    name: 'a type of 7,000 characters',
    code: 'BAD_REQUEST',
    ...raw('{}', { 'content-type': `application/${'x'.repeat(7000)}` }),
  },
]

export const HOSTILE: Hostile[] = [...DOCUMENTS, ...VARIABLES, ...REQUESTS]
