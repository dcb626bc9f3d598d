package com.acme;

/** Stands for what Cairn generates. */
public final class JourneyRunner {
    private JourneyRunner() {}

    private static final class Definition {
        void call(Journey flow, int step) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                default -> flow.end();
            }
        }
    }
}
