import { css } from 'lit'

/** What lies over the page for a moment: finding, and the keys. */
export const dialogStyles = css`
  dialog {
    inline-size: min(100vw - 32px, 600px);
    max-block-size: min(80vh, 640px);
    margin-block-start: 12vh;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_surface);
    color: inherit;
    box-shadow: 0 24px 64px light-dark(#10182840, #000000b3);
    overflow: hidden;
  }
  dialog::backdrop {
    background: light-dark(#10182852, #000000a3);
  }
  dialog .title {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 12px 20px;
    border-block-end: 1px solid var(--_line);
  }
  dialog h2 {
    font-size: 15px;
    font-weight: 650;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
    gap: 2px 24px;
    margin: 0;
    padding: 16px 20px;
    max-block-size: 60vh;
    overflow: auto;
  }
  dl div {
    display: flex;
    align-items: baseline;
    gap: 12px;
    padding-block: 4px;
  }
  dt {
    flex: none;
    inline-size: 76px;
  }
  dd {
    margin: 0;
  }
  kbd {
    display: inline-block;
    min-inline-size: 22px;
    padding: 1px 6px;
    border: 1px solid var(--_line);
    border-radius: 5px;
    background: var(--_sunken);
    font: 500 12px / 1.5 var(--_font);
    text-align: center;
  }
`
