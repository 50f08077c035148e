import { css } from 'lit'

/** The sections of the settings. */
export const settingsStyles = css`
  :host {
    overflow-wrap: anywhere;
  }
  .sections {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .sections button {
    block-size: 32px;
    padding: 0 12px;
    border-radius: 8px;
    color: var(--_muted);
    font-weight: 500;
  }
  .sections button:hover {
    color: var(--_ink);
  }
  .sections button[aria-current='true'] {
    background: var(--_accent-soft);
    color: var(--_ink);
  }
  .lead {
    max-inline-size: 68ch;
    color: var(--_muted);
  }
  .rows {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 10px 0;
    border-block-start: 1px solid var(--_line);
  }
  .rows > li > .what {
    display: grid;
    flex: 1 1 240px;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .rows small {
    color: var(--_muted);
    font-size: 12px;
  }
  .rows [data-ended] .what > :first-child {
    color: var(--_muted);
    text-decoration: line-through;
  }
  code {
    font:
      13px / 1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    overflow-wrap: anywhere;
  }
  .secret {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .badge {
    padding: 1px 8px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 500;
  }
  fieldset.piece {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 12px 14px;
    border: 1px solid var(--_line);
    border-radius: 8px;
  }
  fieldset.piece > legend {
    padding: 0 6px;
    font-weight: 600;
  }
  .builder {
    display: grid;
    grid-template-columns: minmax(280px, 380px) minmax(0, 1fr);
    align-items: start;
    gap: 24px;
  }
  .preview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 16px;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  @media (max-width: 1100px) {
    .builder {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
