package com.acme;

/** Stands for what Cairn generates. */
public final class JourneyRun {
    public static int version() {
        return 1;
    }
}
