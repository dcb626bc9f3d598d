package dev.cairn.processor.lock;

import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.InitialValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The flows of a compilation beside the lock file. Flows that are not compiled now stay in it as they are: a build may compile a
 * part only.
 */
public final class Comparison {
    private final LockedSchemas locked;
    private final Predicate<String> exists;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final List<Difference> differences = new ArrayList<>();
    private final SortedMap<String, Block> flows;
    private final SortedMap<String, Block> types;

    private Comparison(LockedSchemas locked, Predicate<String> exists) {
        this.locked = locked;
        this.exists = exists;
        this.flows = new TreeMap<>(locked.flows());
        this.types = new TreeMap<>(locked.types());
    }

    /**
     * Compares flows with a lock file.
     *
     * @param exists whether there is a class of a binary name
     * @param initialValues what a class makes of a field that is not stored, by the name of the class in the lock file
     */
    public static Comparison of(
            LockedSchemas locked,
            List<FlowModel> flows,
            Predicate<String> exists,
            BiFunction<String, String, InitialValue> initialValues) {
        return ofSchemas(
                locked,
                flows.stream()
                        .filter(FlowSchemas::areKnown)
                        .map(FlowSchemas::of)
                        .toList(),
                exists,
                initialValues::apply);
    }

    static Comparison ofSchemas(
            LockedSchemas locked,
            List<LockedSchemas> flows,
            Predicate<String> exists,
            Version.InitialValues initialValues) {
        Comparison comparison = new Comparison(locked, exists);
        flows.forEach(flow -> comparison.add(flow, initialValues));
        return comparison;
    }

    private void add(LockedSchemas compiled, Version.InitialValues initialValues) {
        Block flow = compiled.flows().values().iterator().next();
        Optional<Block> before = before(flow);
        Version stored = Version.stored(locked, before.map(Block::held).orElse(List.of()));
        Version now = new Version(compiled, flow.held(), initialValues);
        Reading reading = new Reading(stored, now, findings);
        KeptNames names = new KeptNames(stored, now, findings);
        before.ifPresent(was -> {
            names.check(was, flow);
            readArtifacts(was, flow, reading);
        });
        before.ifPresent(was -> flows.remove(was.name()));
        replace(before, flow, flows);
        for (Block type : compiled.types().values()) {
            Optional<Block> known = typeBefore(type);
            known.ifPresent(was -> {
                names.check(was, type);
                LockedType.Named is = new LockedType.Named(type.name());
                LockedType.Named named = new LockedType.Named(was.name());
                reading.body(named, is, new Part(Place.of(type), named, is, false));
            });
            replace(known, type, types);
        }
    }

    /** An artifact is found under all the names that it had. */
    private static void readArtifacts(Block was, Block flow, Reading reading) {
        for (Line artifact : flow.members()) {
            Stream.concat(was.members().stream(), was.removed().stream())
                    .filter(stored -> artifact.isNamed(stored.name()))
                    .forEach(stored -> reading.read(
                            stored.typed(),
                            artifact.typed(),
                            new Part(Place.of(flow, artifact), stored.typed(), artifact.typed(), false)));
        }
    }

    /** What the lock file has of a flow, also under a name that it had; not if a flow of that name is still there. */
    private Optional<Block> before(Block flow) {
        Block known = locked.flows().get(flow.name());
        return known != null
                ? Optional.of(known)
                : locked.flows().values().stream()
                        .filter(candidate -> isNamed(flow, candidate.name()) && !exists.test(candidate.name()))
                        .findFirst();
    }

    private static boolean isNamed(Block flow, String stored) {
        return flow.formerNames().contains(stored)
                || flow.formerNames()
                        .contains(stored.substring(Math.max(stored.lastIndexOf('.'), stored.lastIndexOf('$')) + 1));
    }

    private Optional<Block> typeBefore(Block type) {
        Block known = locked.types().get(type.name());
        String arguments = type.name().substring(type.rawName().length());
        return known != null
                ? Optional.of(known)
                : type.formerNames().stream()
                        .flatMap(former -> Stream.ofNullable(locked.types().get(former + arguments)))
                        .findFirst();
    }

    private void replace(Optional<Block> before, Block compiled, SortedMap<String, Block> blocks) {
        Block merged = before.map(was -> withRemoved(was, compiled)).orElse(compiled);
        blocks.put(merged.name(), merged);
        boolean isNewType = before.isEmpty() && merged.kind() != Block.Kind.FLOW; // what has it, has changed
        if (!isNewType && !before.equals(Optional.of(merged))) {
            Difference difference = Difference.of(before, merged);
            if (!differences.contains(difference)) {
                differences.add(difference);
            }
        }
    }

    /** What is gone stays known: older runs have it, so that nothing else may be taken for it. */
    private static Block withRemoved(Block was, Block compiled) {
        if (!compiled.kind().hasTypes() || was.kind() != compiled.kind()) {
            return compiled;
        }
        List<Line> lines = new ArrayList<>(compiled.lines());
        Stream.concat(was.members().stream(), was.removed().stream())
                .filter(line -> compiled.member(line.name()).isEmpty())
                .map(Line::gone)
                .forEach(lines::add);
        return new Block(compiled.kind(), compiled.name(), compiled.formerNames(), lines);
    }

    /** The changes after which some value that was stored cannot be read. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What the lock file does not have, or has otherwise. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** The lock file that has the compiled flows as they are. */
    public LockedSchemas updated() {
        return differences.isEmpty() ? locked : new LockedSchemas(flows, types).reachable();
    }
}
