import { expect, test } from 'vitest'
import { attributeText, npmCode, scriptTag, scriptText, type Installation } from './install-code.ts'

const aPage = (overrides: Partial<Installation> = {}): Installation => ({
  origin: 'https://rum.example',
  key: 'pk_shop_1',
  consent: '',
  release: '',
  environment: '',
  ...overrides,
})

test('what goes without saying is not said', () => {
  expect(scriptTag(aPage())).toBe(
    '<script src="https://rum.example/sdk/v1.js" data-key="pk_shop_1" defer></script>',
  )
  expect(npmCode(aPage())).toBe(
    "import { init } from 'sightline'\n\ninit({\n  key: 'pk_shop_1',\n  endpoint: 'https://rum.example',\n})",
  )
})

test('options stand in both', () => {
  const page = aPage({ consent: 'full', release: ' web@4.2.0 ' })
  expect(scriptTag(page)).toContain('data-consent="full" data-release="web@4.2.0"')
  expect(npmCode(page)).toContain("  consent: 'full',\n  release: 'web@4.2.0',\n")
})

test.each(['"', "'", '</script>', '&amp;', '\\', '\n', '\u2028', 'plain', '\\"', "\\'"])(
  '%j cannot break out of where it stands',
  (text) => {
    expect(attributeText(text)).not.toMatch(/["<]/)
    expect(scriptText(text)).not.toMatch(/<|\n/)
    // oxlint-disable-next-line typescript/no-implied-eval -- what a browser makes of it is the question
    expect(new Function(`return ${scriptText(text)}`)()).toBe(text)
  },
)
