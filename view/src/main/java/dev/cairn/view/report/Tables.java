package dev.cairn.view.report;

import java.util.List;

/** Begins and ends tables that may be wider than the window: they scroll, with the keyboard too. */
final class Tables {
    private Tables() {}

    /**
     * Begins a table, up to its first row.
     *
     * @param label what is in it, which no other table of the page has as its label
     * @param css the class of the table, or the empty string
     */
    static void begin(Html html, String label, String css, List<String> columns) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        html.open("table", css.isEmpty() ? new String[0] : new String[] {"class", css});
        html.open("thead").open("tr");
        columns.forEach(column -> html.element("th", column, "scope", "col"));
        html.close().close().open("tbody");
    }

    /** Ends what {@link #begin} began. */
    static void end(Html html) {
        html.close().close().closeLine();
    }
}
