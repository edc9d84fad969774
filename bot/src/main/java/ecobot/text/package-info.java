/**
 * How Chinese words are compared: folding of forms, pinyin, edit distance, and where one begins and ends. Pure functions without a word of their own; every room may use
 * them, they use no other room.
 */
@NullMarked
package ecobot.text;

import org.jspecify.annotations.NullMarked;
