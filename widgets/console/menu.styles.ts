import { css } from 'lit'

export const menuStyles = css`
  .menu {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    gap: 16px;
    block-size: 100vh;
    padding: 16px 12px;
    border-inline-end: 1px solid var(--_line);
    background: var(--_surface);
    overflow-y: auto;
  }
  .brand {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-inline: 8px;
  }
  .fold {
    display: none;
  }
  .folded {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 12px;
  }
  .menu select {
    inline-size: 100%;
  }
  nav {
    flex: 1;
  }
  .group {
    padding: 12px 8px 4px;
    color: var(--_muted);
    font-size: 11px;
    font-weight: 600;
    letter-spacing: 0.05em;
    text-transform: uppercase;
  }
  nav ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  nav a {
    display: flex;
    align-items: center;
    block-size: 32px;
    padding-inline: 8px;
    border-radius: 8px;
    color: var(--_ink);
    font-weight: 500;
    text-decoration: none;
  }
  nav a:hover {
    background: var(--_sunken);
  }
  nav a[aria-current='page'] {
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 600;
  }
  .looks {
    display: grid;
    justify-items: start;
    gap: 4px;
  }
  .looks .choices {
    inline-size: 100%;
  }
  .looks .choices span {
    padding-inline: 4px;
  }
  .skip {
    position: absolute;
    z-index: 5;
    inset-block-start: -64px;
    inset-inline-start: 12px;
    padding: 8px 16px;
    border-radius: 8px;
    background: var(--_surface);
    box-shadow: 0 4px 16px #00000033;
  }
  .skip:focus {
    inset-block-start: 12px;
  }
  @media (max-width: 900px) {
    .menu {
      position: static;
      block-size: auto;
      padding: 10px 16px;
      border-inline-end: 0;
      border-block-end: 1px solid var(--_line);
    }
    .brand {
      padding-inline: 0;
    }
    .fold {
      display: block;
      border: 1px solid var(--_line);
      padding-inline: 12px;
    }
    .menu:not([data-open]) .folded {
      display: none;
    }
    nav ul {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
  }
  @media (forced-colors: active) {
    nav a[aria-current='page'] {
      outline: 2px solid Highlight;
    }
  }
`
