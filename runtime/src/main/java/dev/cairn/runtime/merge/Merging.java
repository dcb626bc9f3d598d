package dev.cairn.runtime.merge;

import dev.cairn.runtime.Merge;
import dev.cairn.runtime.MergeConflictException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.values.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One call of {@code mergeInto}: what the branches agree on. Nothing here changes a flow; the caller sets what {@link
 * #merge} returns, so that a conflict leaves everything as it was.
 */
final class Merging {
    private final FlowDefinition<?> definition;
    private final String join;
    private final Merge<?> selection;
    private final Predicate<ArtifactDefinition> alreadySet;
    private final Consumer<String> log;

    /**
     * For one call.
     *
     * @param alreadySet what is kept, because the step has set it; asked once for each artifact that is selected
     * @param log takes a line on what is merged though it differs byte for byte
     */
    Merging(
            FlowDefinition<?> definition,
            String join,
            Merge<?> selection,
            Predicate<ArtifactDefinition> alreadySet,
            Consumer<String> log) {
        this.definition = definition;
        this.join = join;
        this.selection = selection;
        this.alreadySet = alreadySet;
        this.log = log;
    }

    /**
     * The version of each artifact that is to be merged.
     *
     * @throws MergeConflictException if branches disagree, or if an artifact that has to be there is nowhere
     */
    Map<String, Version> merge(Stream<Branch> branches) {
        List<Candidate> candidates = candidates();
        branches.forEach(branch -> candidates.forEach(candidate -> candidate.add(branch)));
        Map<String, Version> agreed = new LinkedHashMap<>();
        Map<String, String> conflicts = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> required = selection.required();
        for (Candidate candidate : candidates) {
            String name = candidate.artifact.name();
            Agreement agreement = candidate.agreement();
            if (!agreement.exists()) {
                if (required.contains(name)) {
                    missing.add(name);
                }
            } else if (agreement.unanimous()) {
                agreed.put(name, agreement.agreed());
                if (agreement.equalBranches() != null) {
                    notes.add(MergeMessages.equalBranches(join, name, agreement.equalBranches()));
                }
            } else {
                conflicts.put(name, agreement.toString());
            }
        }
        if (!conflicts.isEmpty() || !missing.isEmpty()) {
            throw new MergeConflictException(MergeMessages.of(join, conflicts, missing));
        }
        notes.forEach(log);
        return agreed;
    }

    private List<Candidate> candidates() {
        return definition.artifacts().stream()
                .filter(artifact -> artifact.kind() == ArtifactDefinition.Kind.ARTIFACT)
                .filter(artifact -> selection.selects(artifact.name()))
                .filter(artifact -> !alreadySet.test(artifact))
                .map(Candidate::new)
                .toList();
    }

    /** An artifact that may be merged. Presumed versions count only where there is no other. */
    private static final class Candidate {
        final ArtifactDefinition artifact;
        private final Agreement real = new Agreement();
        private final Agreement presumed = new Agreement();

        Candidate(ArtifactDefinition artifact) {
            this.artifact = artifact;
        }

        void add(Branch branch) {
            Version version = branch.version(artifact);
            if (version != null && !version.presumed()) {
                real.add(branch.name(), version);
            } else if (version != null && !real.exists()) {
                presumed.add(branch.name(), version);
            }
        }

        Agreement agreement() {
            return real.exists() ? real : presumed;
        }
    }
}
