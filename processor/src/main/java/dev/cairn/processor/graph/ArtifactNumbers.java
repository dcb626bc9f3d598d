package dev.cairn.processor.graph;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The artifacts of a flow by number, in the order of the source: sets of them are bit sets. Immutable. */
final class ArtifactNumbers {
    private final List<ArtifactModel> artifacts;
    private final Map<String, Integer> numbers = new HashMap<>();

    ArtifactNumbers(FlowModel flow) {
        artifacts = flow.artifacts();
        for (int number = 0; number < artifacts.size(); number++) {
            numbers.putIfAbsent(artifacts.get(number).name(), number);
        }
    }

    /** The number of an artifact, or -1 if there is none of this name. */
    int of(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /** The artifacts of these names; a name that is no artifact's is left out. */
    BitSet of(Collection<String> names) {
        BitSet set = new BitSet(artifacts.size());
        names.stream().map(this::of).filter(number -> number >= 0).forEach(set::set);
        return set;
    }

    /** All artifacts. */
    BitSet all() {
        BitSet all = new BitSet(artifacts.size());
        all.set(0, artifacts.size());
        return all;
    }

    /** Those for which this holds. */
    BitSet where(Predicate<ArtifactModel> holds) {
        BitSet set = new BitSet(artifacts.size());
        for (int number = 0; number < artifacts.size(); number++) {
            set.set(number, holds.test(artifacts.get(number)));
        }
        return set;
    }

    /** Those that every task has: parameters and constants. */
    BitSet fixed() {
        return where(artifact -> artifact.kind() != ArtifactModel.Kind.ARTIFACT);
    }

    /** Those that exist when the first step starts. */
    BitSet initial() {
        return where(artifact -> artifact.kind() != ArtifactModel.Kind.ARTIFACT || artifact.initialised());
    }
}
