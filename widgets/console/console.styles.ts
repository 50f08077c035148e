import { css } from 'lit'

export const consoleStyles = css`
  :host {
    --_page: light-dark(#f6f7f9, #0d1014);
    min-block-size: 100vh;
    background: var(--_page);
  }
  .bar {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .bar > div,
  main {
    max-inline-size: 1440px;
    margin-inline: auto;
    padding-inline: 24px;
  }
  .bar > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding-block: 12px;
  }
  .spacer {
    flex: 1;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding-block: 8px 48px;
  }
  .context {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
  }
  .context h1 {
    margin: 0;
    margin-inline-end: 8px;
    font-size: 20px;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .vitals {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 16px;
  }
  .breakdowns {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 16px;
  }
  .breakdowns > * {
    grid-column: span 2;
  }
  .breakdowns > :nth-child(-n + 2) {
    grid-column: span 3;
  }
  dialog {
    inline-size: min(100%, 720px);
    max-inline-size: 100%;
    block-size: 100dvh;
    max-block-size: 100dvh;
    margin: 0;
    margin-inline-start: auto;
    padding: 0;
    border: 0;
    background: var(--_surface);
    color: inherit;
    box-shadow: -16px 0 48px light-dark(#10182833, #000000b3);
  }
  dialog::backdrop {
    background: light-dark(#10182852, #000000a3);
  }
  dialog .close {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    justify-content: flex-end;
    padding: 8px 16px;
    background: var(--_surface);
  }
  dialog sight-session-timeline {
    --sight-radius: 0;
    --sight-line: light-dark(#e2e6eb, #2a313b);
  }
  dialog sight-session-timeline::part(card) {
    border: 0;
    padding-block-start: 0;
  }
  @media (max-width: 1180px) {
    .vitals {
      grid-auto-columns: 232px;
      grid-auto-flow: column;
      grid-template-columns: none;
      margin-inline: -24px;
      padding-inline: 24px;
      padding-block-end: 8px;
      overflow-x: auto;
      scroll-snap-type: x proximity;
      scroll-padding-inline: 24px;
    }
    .vitals > * {
      scroll-snap-align: start;
    }
    .breakdowns > :nth-child(n) {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 640px) {
    .bar {
      position: static;
    }
    .bar > div,
    main {
      padding-inline: 16px;
    }
    .vitals {
      margin-inline: -16px;
      padding-inline: 16px;
      scroll-padding-inline: 16px;
    }
    .bar .choices {
      flex: 1 1 100%;
    }
    .bar .choices[data-name='theme'] {
      flex: 1 1 auto;
    }
    .bar .choices span {
      padding-inline: 4px;
    }
    select {
      flex: 1;
      inline-size: auto;
      min-inline-size: 0;
    }
    .spacer {
      display: none;
    }
  }
`
