package dev.cairn.processor.write.view;

import com.palantir.javapoet.ClassName;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.name.NameClaims;
import dev.cairn.processor.write.context.WriteContext;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the types inside {@code FArtifacts} hang together: which views share a base class, which inputs of joins share an
 * interface, and what these are called.
 */
final class Views {
    private final WriteContext context;
    private final AccessorGroups views;
    private final AccessorGroups inputs;
    private final Map<AccessorGroup, ClassName> names = new LinkedHashMap<>();
    private final Map<String, Set<String>> joins = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Views(WriteContext context, AccessorGroups views, AccessorGroups inputs) {
        this.context = context;
        this.views = views;
        this.inputs = inputs;
    }

    static Views of(WriteContext context) {
        Map<String, BitSet> available = new LinkedHashMap<>(); // in the order of the steps, by which scopes are named
        context.order()
                .steps()
                .forEach(step -> available.put(step.name(), context.offered().get(step.name())));
        Map<String, BitSet> shared = new LinkedHashMap<>();
        for (StepModel step : context.order().steps()) {
            List<String> arriving = step.joins() ? context.order().arriving(step.name()) : List.of();
            if (arriving.size() > 1) {
                BitSet common = (BitSet)
                        Objects.requireNonNull(available.get(arriving.get(0))).clone();
                arriving.forEach(from -> common.and(available.get(from)));
                shared.put(step.name(), common);
            }
        }
        Views views = new Views(context, AccessorGroups.of(available), AccessorGroups.of(shared));
        views.nameAll(shared.keySet());
        return views;
    }

    private void nameAll(Set<String> joins) {
        NameClaims.of(context.flow()).forEach(claim -> taken.add(claim.name().toLowerCase(Locale.ROOT)));
        for (StepModel step : context.order().steps()) {
            name(views.of(step.name()), "Since" + GeneratedNames.capitalised(step.name()));
        }
        for (String join : joins) {
            name(inputs.of(join), "SharedIn" + GeneratedNames.capitalised(join));
            context.order()
                    .arriving(join)
                    .forEach(from -> this.joins
                            .computeIfAbsent(from, step -> new LinkedHashSet<>())
                            .add(join));
        }
    }

    private void name(AccessorGroup scope, String wanted) {
        if (!names.containsKey(scope)) {
            String free = wanted;
            while (!taken.add(free.toLowerCase(Locale.ROOT))) {
                free += "_";
            }
            names.put(scope, context.artifacts().nestedClass(free));
        }
    }

    /** The scope of the artifacts that can exist after a step. */
    AccessorGroup ofView(String step) {
        return views.of(step);
    }

    /** The scope of the artifacts that all that arrives at a join can have; several steps lead there. */
    AccessorGroup ofInput(String join) {
        return inputs.of(join);
    }

    /** The class or interface of a scope that is shared. */
    ClassName name(AccessorGroup scope) {
        return Objects.requireNonNull(names.get(scope));
    }

    /** The joins with several paths in of which this step is one. */
    Set<String> joinsFrom(String step) {
        return joins.getOrDefault(step, Set.of());
    }

    /** Whether several steps lead into a join. */
    boolean isMixed(String join) {
        return context.order().arriving(join).size() > 1;
    }

    /** The artifacts with these numbers. */
    List<ArtifactModel> artifacts(BitSet numbers) {
        return numbers.stream().mapToObj(context.flow().artifacts()::get).toList();
    }
}
