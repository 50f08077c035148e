import { css } from 'lit'

/** What the tabs of the alerts page share: facts, and lists of things with their buttons. */
export const alertsParts = css`
  textarea {
    font:
      13px / 1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 6px 20px;
    margin: 0;
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .panel h4 {
    margin: 0;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 600;
  }
  .panel > .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .panel > .head h3 {
    overflow-wrap: anywhere;
  }
  .tag {
    padding: 1px 8px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    font-size: 12px;
    font-weight: 500;
    white-space: nowrap;
  }
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .lines > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding-block: 10px;
    border-block-start: 1px solid var(--_line);
  }
  .lines > li:first-child {
    border-block-start: 0;
    padding-block-start: 0;
  }
  .lines > li:last-child {
    padding-block-end: 0;
  }
  /* It stands alone: nothing moves when it grows, and without alerts no room is kept for any. */
  sight-alerts {
    --_rows: 3 !important;
  }
  .lines .about {
    flex: 1 1 260px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .lines .about small {
    display: block;
    color: var(--_muted);
    font-size: 12px;
  }
  .lines .state-of {
    flex: none;
    inline-size: 108px;
    font-weight: 500;
  }
  .outcome {
    padding: 12px 16px;
    border-radius: 8px;
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }
  .outcome ul {
    margin: 4px 0;
    padding-inline-start: 20px;
  }
  .once code,
  .operation {
    min-inline-size: 0;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--_sunken);
    font:
      13px / 1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    overflow-wrap: anywhere;
  }
  .operation {
    max-block-size: 240px;
    margin: 8px 0 0;
    overflow: auto;
    white-space: pre-wrap;
  }
  .choices {
    flex-wrap: wrap;
  }
  .plain {
    display: grid;
    gap: 4px;
  }
  @media (max-width: 560px) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .facts dd {
      margin-block-end: 8px;
    }
  }
`
