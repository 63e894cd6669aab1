import { useCallback } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { dateFormat } from '../i18n/date-format.ts';
import { formattingLocale } from '../i18n/formatting-locale.ts';
import { ruleOf, weekdays } from './recurrence-rule.ts';

/** The name of a weekday, from `MO` to `SU`. */
export function weekdayName(day: string, locale: string, width: 'long' | 'short' = 'long'): string {
  // 2024 began with a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.findIndex((one) => day.endsWith(one))));
  return dateFormat(locale, { weekday: width, timeZone: 'UTC' }).format(date);
}

/** Which of a month's Mondays `1MO` or `-1MO` is. */
function placeIn(day: string): string {
  const place = day.slice(0, -2).replace('+', '');
  return place === '-1' ? 'last' : `n${place}`;
}

const WORKDAYS = 'MO,TU,WE,TH,FR';

/** How to say how often a task recurs: "every Monday", "every 2 weeks", "every month on day 5, until 1 Dec". */
export function useRecurrenceWords(): (recurrence: string) => string {
  const t = useTranslations('tasks');
  const pageLocale = useLocale();
  return useCallback(
    (recurrence) => {
      const locale = formattingLocale(pageLocale);
      const rule = ruleOf(recurrence);
      if (!rule) return t('repeatOther');
      const { every, interval: count, days, monthDay, until } = rule;
      const list = (items: string[]) => new Intl.ListFormat(locale).format(items);
      const names = () => list(days.map((day) => weekdayName(day, locale)));
      const often = (): string => {
        if (every === 'DAILY') return t('repeatDaily', { count });
        if (every === 'YEARLY') return t('repeatYearly', { count });
        if (every === 'WEEKLY') {
          if (days.length === 0) return t('repeatWeekly', { count });
          if (days.join() === WORKDAYS && count === 1) return t('repeatWorkdays');
          return count === 1
            ? t('repeatOn', { days: names() })
            : t('repeatWeeksOn', { count, days: names() });
        }
        const monthly = t('repeatMonthly', { count });
        if (monthDay === -1) return t('repeatLastDay', { monthly });
        if (monthDay !== undefined) return t('repeatMonthDay', { monthly, day: monthDay });
        if (days.length === 0) return monthly;
        const each = days.map((day) =>
          t('repeatNumbered', { which: placeIn(day), day: weekdayName(day, locale) }),
        );
        return t('repeatMonthOn', { monthly, days: list(each) });
      };
      if (until) {
        const format = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
        return t('repeatUntil', { often: often(), day: format.format(new Date(until)) });
      }
      return rule.count === undefined ? often() : t('repeatTimes', { often: often(), count: rule.count });
    },
    [t, pageLocale],
  );
}
