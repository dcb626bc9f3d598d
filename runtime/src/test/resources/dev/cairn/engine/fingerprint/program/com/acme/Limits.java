package com.acme;

final class Limits {
    static final int MAX = 100;
    static final int UNUSED = 1;

    private Limits() {}

    static int most() {
        return 12;
    }

    static long start() {
        return 5;
    }
}
