package dev.cairn.engine.temporal;

import java.util.ArrayList;
import java.util.List;

/** Ranges of elements as text, such as {@code 3-5,9}. */
final class Ranges {
    private Ranges() {}

    /** Elements from {@code from} up to, but without, {@code to}. */
    record Range(int from, int to) {}

    /** The text of elements in rising order. */
    static String write(List<Integer> elements) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < elements.size(); ) {
            int last = i;
            while (last + 1 < elements.size() && elements.get(last + 1) == elements.get(last) + 1) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ",").append(elements.get(i));
            text.append(last == i ? "" : "-" + elements.get(last));
            i = last + 1;
        }
        return text.toString();
    }

    /** Reads what {@link #write} wrote, in parts of at most {@code most} elements. */
    static List<Range> read(String text, int most) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            int dash = part.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
            for (int from = first; from <= last; from += most) {
                ranges.add(new Range(from, Math.min(last + 1, from + most)));
            }
        }
        return ranges;
    }
}
