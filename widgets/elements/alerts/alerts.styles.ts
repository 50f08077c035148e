import { css } from 'lit'

export const alertsStyles = css`
  :host {
    container-type: inline-size;
  }
  .card {
    min-block-size: calc(164px + var(--_rows, 5) * 57px);
  }
  .alerts,
  .frozen {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .alerts li {
    display: grid;
    grid-template-columns: 104px minmax(0, 1fr) auto;
    gap: 0 12px;
    align-items: start;
    min-block-size: 57px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .what {
    display: flex;
    align-items: center;
    gap: 6px;
    font-weight: 600;
    white-space: nowrap;
  }
  .rule {
    display: flex;
    gap: 4px 8px;
    min-inline-size: 0;
    white-space: nowrap;
  }
  .rule > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .rule b {
    font-weight: 600;
  }
  .tag {
    flex: none;
    align-self: center;
    padding: 0 6px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    color: var(--_muted);
    font-size: 11px;
  }
  .reading {
    overflow: hidden;
    color: var(--_muted);
    font-size: 12px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .when {
    font-size: 12px;
    text-align: end;
    white-space: nowrap;
  }
  .when .muted {
    display: block;
  }
  .part {
    margin: 12px 0 0;
    color: var(--_muted);
    font: 400 12px var(--_font);
  }
  .frozen {
    margin-block: 4px;
    font-size: 13px;
  }
  .frozen b {
    font-weight: 600;
  }
  .frozen li {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .none {
    display: flex;
    align-items: center;
    justify-content: center;
    min-block-size: 58px;
    margin-block-start: 8px;
    padding: 8px 16px;
    border-radius: 6px;
    background: var(--_sunken);
    color: var(--_muted);
    font-size: 12px;
    text-align: center;
  }
  @container (max-width: 520px) {
    .card {
      min-block-size: calc(166px + var(--_rows, 5) * 92px);
    }
    .alerts li {
      grid-template-columns: minmax(0, 1fr) auto;
      min-block-size: 92px;
    }
    .alerts .about {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .when .muted {
      display: none;
    }
    .reading {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
    }
  }
`
