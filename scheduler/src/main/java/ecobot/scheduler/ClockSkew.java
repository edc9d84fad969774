package ecobot.scheduler;

import java.time.Duration;

/**
 * Application event, published by each node about every half minute: how far this machine's clock is from the database's, which all nodes share.
 * A planned time never comes from a clock, so a skewed node posts nothing twice; but it posts early or late by that much.
 *
 * @param skew at least so much, the call's own duration taken off; never negative
 */
public record ClockSkew(Duration skew) {}
