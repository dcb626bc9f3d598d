package dev.cairn.processor.write;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.source.JavaTypeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Leaves out of a flow that breaks rules what would not compile: the rules have said what is wrong with it. */
final class BrokenFlow {
    private final FlowModel flow;
    private final GeneratedNames names;
    private final Set<String> taken = new HashSet<>();

    private BrokenFlow(FlowModel flow) {
        this.flow = flow;
        this.names = new GeneratedNames(flow.flowClass());
    }

    /**
     * The flow without artifacts of unknown types or reserved names, and without steps whose views collide with others.
     */
    static FlowModel compilable(FlowModel flow) {
        return new BrokenFlow(flow).compilable();
    }

    private FlowModel compilable() {
        return new FlowModel(
                flow.flowClass(),
                flow.isPublic(),
                flow.name(),
                flow.documentation(),
                flow.formerNames(),
                flow.artifacts().stream().filter(BrokenFlow::isCompilable).toList(),
                steps(),
                flow.definitions(),
                flow.suppressed(),
                flow.position());
    }

    private static boolean isCompilable(ArtifactModel artifact) {
        return JavaTypeNames.isResolved(artifact.type())
                && !GeneratedNames.RESERVED.contains(artifact.name())
                && !GeneratedNames.RESERVED_ARTIFACTS.contains(artifact.name());
    }

    private List<StepModel> steps() {
        take(names.name().simpleName());
        take(names.artifacts().simpleName());
        flow.steps().stream().filter(StepModel::joins).forEach(join -> {
            take(names.inputs(join.name()).simpleName());
            take(names.input(join.name()).simpleName());
        });
        List<StepModel> steps = new ArrayList<>();
        for (StepModel step : flow.steps()) {
            if (take(names.view(step.name()).simpleName())) {
                steps.add(step);
            }
        }
        return steps;
    }

    private boolean take(String name) {
        return taken.add(name.toLowerCase(Locale.ROOT));
    }
}
