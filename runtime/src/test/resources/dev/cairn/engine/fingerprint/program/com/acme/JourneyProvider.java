package com.acme;

/** Stands for what Cairn generates. */
public final class JourneyProvider {
    public static int version() {
        return 1;
    }
}
