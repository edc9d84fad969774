package ecobot.deadline;

import ecobot.deadline.Deadline.DayUnit;

/**
 * So many days, as somebody typed them: 5个工作日, 两天, 一周.
 *
 * @param start where in the text the words begin
 * @param end where they end
 */
public record DaySpan(int amount, DayUnit unit, int start, int end) {}
