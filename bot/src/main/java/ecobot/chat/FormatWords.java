package ecobot.chat;

/**
 * How dates, numbers and spans are written, from {@code templates/chat/words.yml}. Patterns are those of {@link java.time.format.DateTimeFormatter};
 * {@code {n}} stands for the number.
 */
record FormatWords(
        String day,
        String dayOfAnotherYear,
        String moment,
        String momentOfAnotherYear,
        String time,
        String yes,
        String no,
        String workingDay,
        String calendarDay,
        String left,
        String dueToday,
        String overdue,
        String seconds,
        String minutes,
        String hours,
        String days) {}
