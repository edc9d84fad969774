package ecobot.calendar;

/** The calendar was changed on this node; published after the commit. Other nodes see it in {@link CalendarNotices#version}. */
public record CalendarChanged(long version) {}
