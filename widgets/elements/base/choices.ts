/** Controls that choose one of a few: a row of radio buttons, and a switch. */
import { html, type TemplateResult } from 'lit'

interface Choices {
  name: string
  /** What is chosen here, for those who do not see it. */
  legend: string
  options: readonly (readonly [value: string, label: string])[]
  chosen: string
}

export function renderChoices(
  { name, legend, options, chosen }: Choices,
  onChoose: (value: string) => void,
): TemplateResult {
  return html`<fieldset class="choices" data-name=${name}>
    <legend class="visually-hidden">${legend}</legend>
    ${options.map(
      ([value, label]) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            value=${value}
            .checked=${value === chosen}
            @change=${() => onChoose(value)}
          /><span>${label}</span></label
        >`,
    )}
  </fieldset>`
}

export function renderSwitch(
  label: string,
  isOn: boolean,
  onSwitch: (isOn: boolean) => void,
): TemplateResult {
  return html`<button class="switch" role="switch" aria-checked=${isOn} @click=${() => onSwitch(!isOn)}>
    <i aria-hidden="true"></i>${label}
  </button>`
}
