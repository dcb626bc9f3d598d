package dev.cairn.engine.fingerprint;

import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Fingerprints of the code of a flow's steps: a step whose fingerprint is that of an earlier run does now what it did then, as far as
 * class files show. A fingerprint covers the method of the step and all that it reaches in the jar or folder of the flow, without debug
 * information; of other jars their names, versions and hashes; and the schemas of the artifacts that it uses. Immutable and thread-safe.
 *
 * <p>It is an opaque text. The numbers in front, up to the last colon, say how it was made: of fingerprints that differ there nothing
 * is known, whatever follows.
 */
public final class FlowFingerprints {
    private static final Map<FlowDefinition<?>, FlowFingerprints> KNOWN = new WeakHashMap<>();

    private final Map<String, String> steps;
    private final ReachedCode reached;
    private final List<String> unseen;

    FlowFingerprints(Map<String, String> steps, ReachedCode reached, List<String> unseen) {
        this.steps = Map.copyOf(steps);
        this.reached = reached;
        this.unseen = List.copyOf(unseen);
    }

    /**
     * Computes them once for each definition, of which generated code has one per class; they are kept as long as it is. The first
     * time, all class files of the flow's jar or folder are read, and the jars that steps reach: this takes about a second for a
     * thousand classes in a fresh virtual machine. Another thread that asks at the same time waits.
     */
    public static FlowFingerprints of(FlowDefinition<?> definition) {
        synchronized (KNOWN) {
            FlowFingerprints known = KNOWN.get(definition);
            if (known == null) {
                known = new FingerprintComputation(definition, Set.of()).compute();
                KNOWN.put(definition, known);
            }
            return known;
        }
    }

    /**
     * The same, where the jar of the flow holds libraries too: of such a jar only packages are entered that share the first two segments
     * with the flow, and these. Unless there are none, computes them anew.
     *
     * @param packages names of packages, whose parts are entered too
     */
    public static FlowFingerprints of(FlowDefinition<?> definition, Set<String> packages) {
        return packages.isEmpty() ? of(definition) : new FingerprintComputation(definition, packages).compute();
    }

    /** The fingerprint of a step; empty if its code cannot be read, or the flow has no such step. */
    public Optional<String> ofStep(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** What the steps reach, part by part. */
    public ReachedCode reached() {
        return reached;
    }

    /** What could not be seen, and where: sentences, in the same order each time. */
    public List<String> unseen() {
        return unseen;
    }

    /** Whether two fingerprints were made in the same way: otherwise their difference says nothing about the code. */
    public static boolean areComparable(String one, String other) {
        return form(one).equals(form(other));
    }

    private static String form(String fingerprint) {
        return fingerprint.substring(0, fingerprint.lastIndexOf(':') + 1);
    }
}
