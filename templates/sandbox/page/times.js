// How instants read. Everything is Asia/Shanghai, whatever the zone of the browser.

const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000; // Shanghai has had no daylight saving since 1991

const format = options => new Intl.DateTimeFormat('zh-CN', {timeZone: ZONE, ...options});
const CLOCK = format({hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
const DATE = format({month: 'long', day: 'numeric'});
const WEEKDAY = format({weekday: 'short'});
const FULL_DATE = format({year: 'numeric', month: 'long', day: 'numeric'});

/** Days since 1970 in Shanghai: equal for two instants of one day. */
export const dayOf = at => Math.floor((at.getTime() + OFFSET_MS) / DAY_MS);
export const timeOf = at => CLOCK.format(at);
export const dateOf = at => `${DATE.format(at)} ${WEEKDAY.format(at)}`;
export const fullDateOf = at => `${FULL_DATE.format(at)} ${WEEKDAY.format(at)}`;

/** As a conversation list shows it: the time today, then a word, then the date. */
export function briefly(at, now) {
    const age = dayOf(now) - dayOf(at);
    if (age <= 0) return timeOf(at);
    if (age === 1) return '昨天';
    return age < 7 ? WEEKDAY.format(at) : DATE.format(at);
}

/** As a day separator shows it. */
export function dayName(at, now) {
    const age = dayOf(now) - dayOf(at);
    const word = {0: '今天 ', 1: '昨天 '}[age] ?? '';
    return word + (at.getUTCFullYear() === now.getUTCFullYear() ? dateOf(at) : fullDateOf(at));
}

/** The next Monday 09:00 after `now`. */
export function nextMondayAtNine(now) {
    const day = dayOf(now);
    const weekday = (day + 4) % 7; // 1 January 1970 was a Thursday; 0 is Sunday
    const thisWeeks = day - ((weekday + 6) % 7);
    const at = days => new Date(days * DAY_MS - OFFSET_MS + 9 * 3_600_000);
    return at(thisWeeks) > now ? at(thisWeeks) : at(thisWeeks + 7);
}

/** `2026-11-24T11:48` in Shanghai, as a date-time field wants it, and back. */
export const toField = at => new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 16);
export const fromField = value => new Date(`${value}:00+08:00`);

/** Accepts ISO text and milliseconds. */
export const instant = value => new Date(value);
