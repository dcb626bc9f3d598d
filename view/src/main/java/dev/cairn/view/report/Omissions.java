package dev.cairn.view.report;

import java.util.ArrayList;
import java.util.List;

/** What a page leaves out or adds up: said where it is left out, and once more, all together, at the end. For one thread. */
final class Omissions {
    private final List<String> sentences = new ArrayList<>();

    /** Says what is left out here. */
    void say(Html html, String sentence) {
        html.open("p", "class", "note").prose(sentence).close();
        add(sentence);
    }

    /** Remembers what is left out; the place says so itself. */
    void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
