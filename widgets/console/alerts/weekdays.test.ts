import { expect, test } from 'vitest'
import { weekdayName, weekdaysWords } from './weekdays.ts'

test('weeks begin on Monday', () => {
  expect([1, 7].map((day) => weekdayName(day, 'en'))).toEqual(['Monday', 'Sunday'])
  expect(weekdayName(3, 'de')).toBe('Mittwoch')
})

test('days are told in their order, all of them as such', () => {
  expect(weekdaysWords([7, 1, 3], 'en')).toBe('Monday, Wednesday, and Sunday')
  expect(weekdaysWords([1, 2, 3, 4, 5, 6, 7], 'en')).toBe('Every day')
})
