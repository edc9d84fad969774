/**
 * Pages for the browser: so far the full text of a material, for people who opened an address that the bot gave them. At the edge: nothing uses it;
 * it implements what inner rooms declare. May use {@code media}, {@code chat}, and the faces of {@code library} and {@code push}.
 */
@NullMarked
package ecobot.console;

import org.jspecify.annotations.NullMarked;
