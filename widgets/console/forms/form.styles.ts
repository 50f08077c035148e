import { css } from 'lit'

/** Forms of the console, and the panels that they stand in. */
export const formStyles = css`
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .panel h3 {
    font-size: 15px;
    font-weight: 650;
  }
  .field {
    display: grid;
    align-content: start;
    gap: 4px;
    max-inline-size: 560px;
  }
  .field > label,
  .field > .label {
    font-weight: 500;
  }
  .field :is(input:not([type='radio'], [type='checkbox']), select, textarea) {
    inline-size: 100%;
    border-color: var(--_muted);
    font-weight: 400;
  }
  textarea {
    min-block-size: 96px;
    padding: 8px 10px;
    border: 1px solid var(--_muted);
    border-radius: 8px;
    background: var(--_surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  .field[data-wrong] :is(input, select, textarea) {
    border-color: var(--_poor);
  }
  .plain {
    margin: 0;
    padding-inline-start: 20px;
  }
  .hint {
    min-block-size: 18px;
    color: var(--_muted);
    font-size: 12px;
  }
  .mistake {
    display: block;
    color: var(--_poor);
    font-size: 13px;
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    min-inline-size: 0;
    max-inline-size: none;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .checks legend {
    margin-block-end: 4px;
    padding: 0;
    font-weight: 500;
  }
  .checks label,
  .check {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    overflow-wrap: anywhere;
  }
  .checks input[type='checkbox'],
  .check input[type='checkbox'] {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
  }
  .checks .hint,
  .checks .muted {
    flex-basis: 100%;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .row > .field {
    flex: 1 1 180px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
  }
  .secondary {
    block-size: 32px;
    padding: 0 12px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_surface);
    font-weight: 500;
  }
  .secondary:hover {
    background: var(--_sunken);
  }
  .danger {
    color: var(--_poor);
  }
  button:disabled {
    opacity: 0.6;
    cursor: default;
  }
  .ask {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .choose-list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    margin: 0;
    padding: 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
  }
  .choose-list button {
    display: block;
    inline-size: 100%;
    padding: 8px 12px;
    border-radius: 8px;
    font-weight: 500;
  }
  .choose-list button:hover {
    background: var(--_sunken);
  }
  .choose-list button[aria-current='true'] {
    background: var(--_accent-soft);
  }
  .choose-list small {
    display: block;
    overflow: hidden;
    color: var(--_muted);
    font-size: 12px;
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .split {
    display: grid;
    grid-template-columns: 280px minmax(0, 1fr);
    align-items: start;
    gap: 16px;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .spacer {
    flex: 1;
  }
  .empty {
    display: grid;
    justify-items: start;
    gap: 8px;
    padding: 32px;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
  }
  @media (max-width: 1100px) {
    .split {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
