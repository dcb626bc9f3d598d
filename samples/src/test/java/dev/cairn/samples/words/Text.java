package dev.cairn.samples.words;

import java.util.List;

/**
 * Something that is read by a person.
 *
 * @param place where it is
 * @param text what it says
 */
record Text(String place, String text) {
    /** What it has that the table says to write in other words, each with its row. */
    List<String> findings() {
        String line = text.replace('\n', ' ');
        return Phrase.ALL.stream()
                .filter(phrase -> phrase.isIn(line))
                .map(phrase -> place + ": " + phrase.row() + ": " + text)
                .toList();
    }
}
