package ecobot.ranking;

import java.util.List;

/** A view that reads like the table that it holds: a template's piece reads what it names from the view itself. */
interface TableRows {
    TableView table();

    default String heading() {
        return table().heading();
    }

    default boolean partial() {
        return table().partial();
    }

    default String period() {
        return table().period();
    }

    default List<TableView.RowView> ranked() {
        return table().ranked();
    }

    default boolean hasSmall() {
        return table().hasSmall();
    }

    default List<TableView.RowView> small() {
        return table().small();
    }

    default String smallHeading() {
        return table().smallHeading();
    }

    default String smallMore() {
        return table().smallMore();
    }

    default String cutOff() {
        return table().cutOff();
    }
}
