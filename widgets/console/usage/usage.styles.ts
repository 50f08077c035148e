import { css } from 'lit'

/** The usage page: its chart, and rows of codes. */
export const usageStyles = css`
  :host {
    --_height: 200px;
    overflow-wrap: anywhere;
  }
  .sentence {
    max-inline-size: 80ch;
    font-size: 16px;
  }
  .columns rect {
    opacity: 1;
  }
  .gone .columns rect {
    fill: var(--_poor);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    margin: 0;
    padding: 0;
    color: var(--_muted);
    font-size: 12px;
    list-style: none;
  }
  .legend li::before {
    content: '';
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border-radius: 2px;
    background: var(--_swatch, var(--_accent));
  }
  .legend .is-gone {
    --_swatch: var(--_poor);
  }
  .codes {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .codes > li {
    display: grid;
    grid-template-columns: minmax(72px, max-content) minmax(0, 1fr);
    gap: 2px 16px;
    padding: 10px 0;
    border-block-start: 1px solid var(--_line);
  }
  .codes .figure {
    font-weight: 600;
    text-align: end;
  }
  .codes p + p {
    color: var(--_muted);
  }
  .wide {
    flex: 1 1 100%;
    min-inline-size: 0;
  }
  h4 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
  }
  pre {
    max-block-size: 320px;
    margin: 0;
    padding: 12px 14px;
    border-radius: 8px;
    background: var(--_sunken);
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  code,
  pre {
    font:
      12.5px / 1.55 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
  }
  @media (forced-colors: active) {
    .gone .columns rect {
      fill: GrayText;
    }
  }
`
