/**
 * Workbooks (.xlsx) that people send: what they unpack to is counted first, then a table is found below its titles, and every cell knows its address.
 * What the columns mean is the business of the room that asks. Uses no other room.
 */
@NullMarked
package ecobot.workbook;

import org.jspecify.annotations.NullMarked;
