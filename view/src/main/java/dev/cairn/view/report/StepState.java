package dev.cairn.view.report;

/** How a step of a run stands. The order is that of a legend. */
enum StepState {
    SUCCEEDED("succeeded"),
    REUSED("reused"),
    CAUGHT("failure caught"),
    FAILED("failed"),
    PARTLY("partly done"),
    NOT_RUN("not run");

    private final String word;

    StepState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The name of its class in CSS. */
    String css() {
        return "is-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What is drawn in a circle of radius 8 around the origin, so that colour is not all that tells states apart. */
    String mark() {
        return switch (this) {
            case SUCCEEDED -> "M-3.5 .2 -1 2.8 3.6 -2.6";
            case REUSED -> "M2.7 -1.7A3.2 3.2 0 1 0 3.1 1M3 -4V-1.5H.5";
            case CAUGHT -> "M0 -3.8V.8M0 3.2V3.6";
            case FAILED -> "M-2.7 -2.7 2.7 2.7M2.7 -2.7 -2.7 2.7";
            case PARTLY -> "M0 -3.8V0L2.6 2";
            case NOT_RUN -> "M-3 0H3";
        };
    }
}
