package dev.cairn.benchmarks.results;

/** What became of a target. */
enum Verdict {
    MET("met"),
    MISSED("**missed**"),
    /** The row asks for this or for something else, and the other is met. */
    NOT_NEEDED("not met; the row asks for one of the two"),
    UNKNOWN("not measured"),
    NONE("");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** In Markdown. */
    String text() {
        return text;
    }
}
