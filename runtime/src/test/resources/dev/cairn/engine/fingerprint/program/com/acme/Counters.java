package com.acme;

final class Counters {
    private int last;

    static int first() {
        return 1;
    }

    int next() {
        return ++last;
    }
}
