package ecobot.roster;

/** 片区: units that one enforcement group is the contact for. */
public record Area(long id, String name) {}
