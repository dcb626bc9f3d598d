package dev.cairn.runtime.internal;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that are neither stored nor shown: {@code ***} takes their place. A text that was changed, such as one in Base64, is not found, nor
 * is a part of one. Immutable and thread-safe.
 */
public final class HiddenTexts {
    /** Hides nothing. */
    public static final HiddenTexts NONE = new HiddenTexts(List.of());

    /** What takes the place of a hidden text. */
    static final String MASK = "***";

    /** What is shorter is also part of other words, so that hiding it would tell where it is, and make a log unreadable. */
    static final int SHORTEST = 4;

    private final List<String> hidden; // without blanks around them, none too short

    private HiddenTexts(List<String> hidden) {
        this.hidden = hidden;
    }

    /**
     * Hides those that are long enough. White space around them counts as none, because logs lose it.
     *
     * @param texts the texts, in any order
     * @return {@link #NONE} if all of them are too short
     */
    public static HiddenTexts of(Collection<String> texts) {
        List<String> hidden = texts.stream()
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST)
                .distinct()
                .toList();
        return hidden.isEmpty() ? NONE : new HiddenTexts(hidden);
    }

    /** {@return what hides the same texts, and each line of those that have several: for text that comes line by line} */
    public HiddenTexts inLines() {
        return of(hidden.stream()
                .flatMap(text -> Stream.concat(Stream.of(text), text.lines()))
                .toList());
    }

    /**
     * {@code text} with {@code ***} in place of hidden texts; of those that overlap or touch each other, once for all.
     *
     * @param text the text to show
     * @return the same text if nothing in it is hidden
     */
    public String hide(String text) {
        if (hidden.isEmpty()) {
            return text;
        }
        BitSet found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int end = 0;
        for (int start = found.nextSetBit(0); start >= 0; start = found.nextSetBit(end)) {
            shown.append(text, end, start).append(MASK);
            end = found.nextClearBit(start);
        }
        return shown.append(text, end, text.length()).toString();
    }

    /** The positions of the characters that are part of a hidden text. */
    private BitSet find(String text) {
        BitSet found = new BitSet();
        for (String each : hidden) {
            for (int start = text.indexOf(each); start >= 0; start = text.indexOf(each, start + 1)) {
                found.set(start, start + each.length());
            }
        }
        return found;
    }
}
