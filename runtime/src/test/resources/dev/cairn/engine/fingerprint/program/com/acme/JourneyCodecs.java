package com.acme;

/** Stands for what Cairn generates. */
public final class JourneyCodecs {
    public static int version() {
        return 1;
    }
}
