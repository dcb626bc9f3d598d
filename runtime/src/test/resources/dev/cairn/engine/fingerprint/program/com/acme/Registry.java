package com.acme;

import java.util.ArrayList;
import java.util.List;

final class Registry {
    static final List<String> NAMES = new ArrayList<>();

    static {
        NAMES.add("first");
    }

    private Registry() {}

    int idle() {
        return 1;
    }
}
