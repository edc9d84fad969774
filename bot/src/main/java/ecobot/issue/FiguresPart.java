package ecobot.issue;

/** Something that the figures of a unit add up from. */
record FiguresPart(UnitFigures figures) {}
