/**
 * Who did what, allowed or denied, and what an operator has to look at. Append-only. May use {@code roster}.
 */
@NullMarked
package ecobot.audit;

import org.jspecify.annotations.NullMarked;
