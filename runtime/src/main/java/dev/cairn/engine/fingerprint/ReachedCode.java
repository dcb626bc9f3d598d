package dev.cairn.engine.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a flow reach, part by part: methods, initialisers, constants, libraries, and the types of artifacts. Fingerprints tell
 * whether code changed; this tells which. It is for people: what is reused is decided by fingerprints alone. Immutable.
 *
 * <p>It is stored as text: a line with the version of the format, one with the names of the steps, and one for each part, sorted, whose
 * fields are divided by tabs: the kind, the name, the start of a hash, and the steps by their numbers, such as {@code 0-3,7}.
 */
public final class ReachedCode {
    private static final String VERSION = "1";
    private static final String TAB = "\t";
    private static final int FIELDS = 4;
    private static final int MOST_NAMED = 3;

    /** Nothing is known. */
    public static final ReachedCode NONE = new ReachedCode(List.of(), new TreeMap<>());

    private final List<String> steps;
    private final SortedMap<CodePart, Found> parts;

    /**
     * How a part was found.
     *
     * @param hash the start of the hash of its text
     * @param steps the numbers of the steps that reach it
     */
    record Found(String hash, BitSet steps) {}

    ReachedCode(List<String> steps, SortedMap<CodePart, Found> parts) {
        this.steps = List.copyOf(steps);
        this.parts = Collections.unmodifiableSortedMap(parts);
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The stored form. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        text.append(String.join(TAB, steps)).append('\n');
        parts.forEach((part, found) -> text.append(part.kind())
                .append(TAB)
                .append(part.name())
                .append(TAB)
                .append(found.hash())
                .append(TAB)
                .append(numbers(found.steps()))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String numbers(BitSet steps) {
        List<String> ranges = new ArrayList<>();
        for (int from = steps.nextSetBit(0); from >= 0; ) {
            int to = steps.nextClearBit(from) - 1;
            ranges.add(from == to ? "" + from : from + "-" + to);
            from = steps.nextSetBit(to + 1);
        }
        return String.join(",", ranges);
    }

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException if it is none, or of a version that this one does not know
     */
    public static ReachedCode parse(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(VERSION)) {
            throw new IllegalArgumentException("not the stored form of reached code");
        }
        List<String> steps = List.of(lines.get(1).split(TAB, -1));
        SortedMap<CodePart, Found> parts = new TreeMap<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] fields = line.split(TAB, -1);
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException("a line has " + fields.length + " fields");
            }
            parts.put(
                    new CodePart(CodePart.Kind.valueOf(fields[0]), fields[1]),
                    new Found(fields[2], numbers(fields[3], steps.size())));
        }
        return new ReachedCode(steps, parts);
    }

    private static BitSet numbers(String text, int steps) {
        BitSet numbers = new BitSet();
        for (String range : text.split(",", -1)) {
            int dash = range.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
            if (from < 0 || to < from || to >= steps) {
                throw new IllegalArgumentException("there is no step " + range);
            }
            numbers.set(from, to + 1);
        }
        return numbers;
    }

    private Map<CodePart, String> of(String step) {
        int number = steps.indexOf(step);
        return parts.entrySet().stream()
                .filter(part -> number >= 0 && part.getValue().steps().get(number))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().hash()));
    }

    /**
     * What differs in the code that a step reaches, as the end of a sentence that says that it does, such as {@code
     * `com.acme.Text.words`}: the parts that changed; if none did, those that are reached only now, or only were before.
     *
     * @param before the code of another time
     * @return empty if no difference is known
     */
    public Optional<String> change(String step, ReachedCode before) {
        Map<CodePart, String> now = of(step);
        Map<CodePart, String> then = before.of(step);
        String changed = named(now, then, true);
        if (changed != null) {
            return Optional.of(changed);
        }
        String added = named(now, then, false);
        String removed = named(then, now, false);
        if (added != null) {
            return Optional.of("it uses " + added + " now" + (removed == null ? "" : ", and no longer " + removed));
        }
        return Optional.ofNullable(removed).map(names -> "it no longer uses " + names);
    }

    /** Parts that another map has too, with another hash, or that it does not have; null if there are none. */
    private static @Nullable String named(Map<CodePart, String> parts, Map<CodePart, String> others, boolean common) {
        List<String> names = parts.entrySet().stream()
                .filter(part -> common
                        ? others.containsKey(part.getKey()) && !part.getValue().equals(others.get(part.getKey()))
                        : !others.containsKey(part.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .map(CodePart::shown)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return null;
        }
        int more = names.size() - MOST_NAMED;
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
