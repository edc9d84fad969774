/** What the tests share: a real database, the whole application, and small checkers. */
@NullMarked
package ecobot.testing;

import org.jspecify.annotations.NullMarked;
