import { expect, test } from 'vitest'
import { SIGN_IN_ERRORS as CODES } from '../../api/access/sign-in-errors.ts'
import { SIGN_IN_ERRORS, providerAddress, signInProblem, withoutProblem } from './sign-in-methods.ts'

test('every code of the server has its words', () => {
  expect(Object.keys(SIGN_IN_ERRORS).sort()).toEqual(Object.keys(CODES).sort())
})

test.each([
  ['', null],
  ['?site=shop', null],
  ['?signInError=NOT_ALLOWED', expect.stringContaining('OIDC_ALLOWED')],
  ['?signInError=constructor', expect.stringContaining('Signing in failed')],
  ['?signInError=%3Cb%3E', expect.stringContaining('Signing in failed')],
])('the address %s tells %s', (search, problem) => {
  expect(signInProblem(search)).toEqual(problem)
})

test('what was told goes from the address, and the rest stays', () => {
  const here = { pathname: '/errors', search: '?site=shop&signInError=DENIED&page=%2Fcart' }
  expect(withoutProblem(here)).toBe('/errors?site=shop&page=%2Fcart')
  expect(withoutProblem({ pathname: '/', search: '?signInError=DENIED' })).toBe('/')
})

test('the provider leads back to where one was', () => {
  const address = new URL(providerAddress('/errors?site=shop&page=%2Fcart'), 'https://rum.example')
  expect(address.searchParams.get('to')).toBe('/errors?site=shop&page=%2Fcart')
})
