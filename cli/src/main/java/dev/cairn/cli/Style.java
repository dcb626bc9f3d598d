package dev.cairn.cli;

/** How text looks on a terminal that shows colours. It never carries what the text does not say too. */
enum Style {
    PLAIN(""),
    TITLE("1"),
    FAINT("2"),
    BAD("31"),
    GOOD("32"),
    BUSY("33");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The style of the word for the status of a run or a task. */
    static Style ofStatus(String word) {
        return switch (word) {
            case "succeeded" -> GOOD;
            case "failed", "died" -> BAD;
            case "running", "caught", "interrupted", "unknown" -> BUSY;
            default -> PLAIN;
        };
    }

    /** {@code text} with the control sequences of a terminal around it. */
    String around(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
