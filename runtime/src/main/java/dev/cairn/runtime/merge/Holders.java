package dev.cairn.runtime.merge;

import java.util.ArrayList;
import java.util.List;

/** The branches that hold one value: the first few by name, the others as a number. */
final class Holders {
    private static final int NAMED = 3;

    private final List<String> branches = new ArrayList<>();
    private int others;

    Holders(String branch) {
        branches.add(branch);
    }

    void add(String branch) {
        if (branches.size() < NAMED) {
            branches.add(branch);
        } else {
            others++;
        }
    }

    String first() {
        return branches.get(0);
    }

    boolean single() {
        return branches.size() == 1;
    }

    @Override
    public String toString() {
        if (others > 0) {
            return String.join(", ", branches) + " and " + others + " more";
        }
        int last = branches.size() - 1;
        return last == 0
                ? branches.get(0)
                : String.join(", ", branches.subList(0, last)) + " and " + branches.get(last);
    }
}
