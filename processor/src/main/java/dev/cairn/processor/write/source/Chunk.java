package dev.cairn.processor.write.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A range of numbered steps or artifacts that one generated method deals with. The virtual machine compiles no method
 * with more than 8,000 bytes of bytecode, so that what grows with the flow is cut into several.
 *
 * @param from the first number
 * @param to the number after the last
 */
public record Chunk(int from, int to) {
    /** How many cases a generated switch has at most. */
    public static final int SIZE = 100;

    /** What the bytecode of the entries of a generated list may take. */
    private static final int BYTES = 6000;

    /** What tells the method of this range from the others. */
    public String suffix() {
        return from + "To" + (to - 1);
    }

    /** The numbers below {@code size} in ranges of {@link #SIZE}. */
    public static List<Chunk> ofSize(int size) {
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < size; from += SIZE) {
            chunks.add(new Chunk(from, Math.min(size, from + SIZE)));
        }
        return chunks;
    }

    /** The numbers of the entries of a list in ranges of about equal weight. */
    static <E> List<Chunk> ofWeight(List<E> entries, ToIntFunction<E> bytes) {
        List<Chunk> chunks = new ArrayList<>();
        int from = 0;
        int weight = 0;
        for (int i = 0; i < entries.size(); i++) {
            int entry = bytes.applyAsInt(entries.get(i));
            if (i > from && (weight + entry > BYTES || i - from == SIZE)) {
                chunks.add(new Chunk(from, i));
                from = i;
                weight = 0;
            }
            weight += entry;
        }
        chunks.add(new Chunk(from, entries.size()));
        return chunks;
    }
}
