package dev.cairn.engine.fingerprint;

import dev.cairn.datastore.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what steps reach. For one thread. */
final class ReachedCodeBuilder {
    /** Enough to tell two versions of one part apart. */
    private static final int HASH_CHARACTERS = 16;

    private final List<String> steps = new ArrayList<>();
    private final Map<CodePart, Part> parts = new TreeMap<>();

    /** Nameless units of one class can have one name: then they are one part. */
    private record Part(SortedSet<String> texts, BitSet steps) {}

    /** Adds a step, of which parts are added from now on. */
    void step(String name) {
        steps.add(name);
    }

    /**
     * Adds a part that the step reaches.
     *
     * @param text its text, or what changes with that
     */
    void add(CodePart part, String text) {
        Part known = parts.computeIfAbsent(part, unused -> new Part(new TreeSet<>(), new BitSet()));
        known.texts().add(text);
        known.steps().set(steps.size() - 1);
    }

    ReachedCode build() {
        TreeMap<CodePart, ReachedCode.Found> found = new TreeMap<>();
        parts.forEach((part, known) -> found.put(part, new ReachedCode.Found(hash(known.texts()), known.steps())));
        return new ReachedCode(steps, found);
    }

    private static String hash(SortedSet<String> texts) {
        byte[] text = String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
        return Address.ofContent(text).toString().substring(0, HASH_CHARACTERS);
    }
}
