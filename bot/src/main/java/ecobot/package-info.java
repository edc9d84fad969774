/** EcoBot, a DingTalk workgroup bot for a district ecology bureau: one package per room, see the README's map. */
@NullMarked
package ecobot;

import org.jspecify.annotations.NullMarked;
