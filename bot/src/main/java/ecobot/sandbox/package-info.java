/**
 * A stand-in for DingTalk with a group chat in the browser, for trying, training and testing. It speaks the platform's wire protocol and enforces its limits.
 * Does not exist once real credentials are set.
 */
@NullMarked
package ecobot.sandbox;

import org.jspecify.annotations.NullMarked;
