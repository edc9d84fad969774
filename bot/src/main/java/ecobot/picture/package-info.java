/**
 * Pictures: telling what bytes are, decoding them in bounded memory, turning them upright, stripping what they say about where and by whom they
 * were taken, and drawing with a Chinese font that ships with the application. Uses {@code calendar} only; knows neither the database nor issues.
 */
@NullMarked
package ecobot.picture;

import org.jspecify.annotations.NullMarked;
