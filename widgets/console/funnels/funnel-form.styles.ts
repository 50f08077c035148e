import { css } from 'lit'

export const funnelFormStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .steps {
    display: grid;
    justify-items: start;
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 4px;
    font-weight: 500;
  }
  ol {
    display: grid;
    gap: 8px;
    inline-size: 100%;
    margin: 0;
    padding-inline-start: 24px;
  }
  ol::marker {
    color: var(--_muted);
  }
  li {
    display: list-item;
  }
  li > :is(select, input, .order) {
    vertical-align: middle;
    margin-block-end: 4px;
  }
  li > select {
    inline-size: 160px;
    font-weight: 400;
  }
  li > input:not([type='radio']) {
    inline-size: 220px;
    max-inline-size: 100%;
    border-color: var(--_muted);
  }
  .order {
    display: inline-flex;
    gap: 4px;
  }
`
