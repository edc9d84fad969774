package ecobot.ranking;

/** The words of the exported workbook: {@code templates/ranking/workbook.yml}. */
record WorkbookWords(
        String fileName,
        String table,
        String arithmetic,
        String notes,
        Columns columns,
        String earlier,
        String numerator,
        String denominator,
        String points,
        String weight,
        String count,
        String each,
        String most,
        String minimum,
        String mean,
        String deducted,
        String score,
        String recomputed,
        String agrees,
        String agreed,
        String differs,
        String hint,
        String about,
        String posted,
        String unposted,
        String rules,
        String reasons,
        String reason) {

    static final String FILE = "ranking/workbook";

    /** Headings of the first sheet. */
    record Columns(
            String rank,
            String last,
            String change,
            String unit,
            String group,
            String code,
            String score,
            String due,
            String closed,
            String overdue,
            String deducted,
            String remark) {}
}
