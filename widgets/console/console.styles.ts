import { css } from 'lit'

export const consoleStyles = css`
  :host {
    --_page: light-dark(#f6f7f9, #0d1014);
    min-block-size: 100vh;
    background: var(--_page);
  }
  .frame {
    display: grid;
    grid-template-columns: 208px minmax(0, 1fr);
    align-items: start;
    min-block-size: 100vh;
  }
  .bar {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 10px 24px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .spacer {
    flex: 1;
  }
  .bar sight-filters {
    flex-basis: 100%;
  }
  .find {
    border: 1px solid var(--_line);
  }
  .find kbd {
    margin-inline-start: 4px;
    font: inherit;
  }
  .heading h2 {
    color: var(--_muted);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 1440px;
    padding: 12px 24px 48px;
    outline: 0;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
  }
  .heading h1 {
    margin: 0;
    font-size: 20px;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .problem {
    color: var(--_poor);
  }
  .vitals {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 16px;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    align-items: start;
    gap: 16px;
  }
  .columns > * {
    grid-column: span 3;
  }
  .columns > .whole {
    grid-column: 1 / -1;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
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
    gap: 8px 16px;
  }
  dialog.session {
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
  dialog.session::backdrop {
    background: light-dark(#10182852, #000000a3);
  }
  .session .close {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    justify-content: flex-end;
    padding: 8px 16px;
    background: var(--_surface);
  }
  .session sight-session-timeline {
    --sight-radius: 0;
  }
  .session sight-session-timeline::part(card) {
    border: 0;
    padding-block-start: 0;
  }
  @media (max-width: 1240px) {
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
    .columns > :nth-child(n) {
      grid-column: 1 / -1;
    }
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 900px) {
    .frame {
      grid-template-rows: auto 1fr;
      grid-template-columns: minmax(0, 1fr);
    }
    .bar {
      position: static;
    }
    .bar,
    main {
      padding-inline: 16px;
    }
    .vitals {
      margin-inline: -16px;
      padding-inline: 16px;
      scroll-padding-inline: 16px;
    }
  }
  @media (max-width: 640px) {
    .bar .choices,
    .bar sight-range {
      flex: 1 1 100%;
    }
    .bar .choices span {
      padding-inline: 4px;
    }
    .spacer,
    .find kbd {
      display: none;
    }
  }
`
