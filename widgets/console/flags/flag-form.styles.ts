import { css } from 'lit'

/** Lists of rows in the form of a flag. */
export const flagFormStyles = css`
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .rows legend {
    margin-block-end: 4px;
    padding: 0;
    font-weight: 500;
  }
  .one {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    inline-size: min(100%, 640px);
  }
  .one :is(input, select) {
    flex: 1 1 120px;
    min-inline-size: 0;
    max-inline-size: 240px;
    border-color: var(--_muted);
    font-weight: 400;
  }
  .one input.short {
    flex: 0 1 96px;
  }
`
