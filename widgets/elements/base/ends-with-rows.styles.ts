import { css } from 'lit'

/** A list ends where its rows end. The room for those that did not come stays below it, so that nothing moves. */
export const endsWithRows = css`
  .card:has(> .body > table) {
    block-size: auto;
    min-block-size: 0;
  }
`
