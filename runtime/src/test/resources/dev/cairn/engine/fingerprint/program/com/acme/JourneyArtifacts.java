package com.acme;

/** Stands for what Cairn generates. */
public final class JourneyArtifacts {
    public static int version() {
        return 1;
    }
}
