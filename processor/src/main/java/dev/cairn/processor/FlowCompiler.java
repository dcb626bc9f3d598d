package dev.cairn.processor;

import dev.cairn.processor.graph.FlowGraph;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.read.FlowReader;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.Reporter;
import dev.cairn.processor.rule.OwnTypes;
import dev.cairn.processor.rule.Rules;
import dev.cairn.processor.write.FlowWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Takes the flows of one round from source to generated code, and collects the problems. Lives no longer than the round. */
final class FlowCompiler {
    private final FlowReader reader;
    private final Reporter reporter;
    private final FlowWriter writer;
    private final GeneratedSources sources;
    private final List<Problem> problems = new ArrayList<>();
    private int flows;

    FlowCompiler(FlowReader reader, Reporter reporter, FlowWriter writer, GeneratedSources sources) {
        this.reader = reader;
        this.reporter = reporter;
        this.writer = writer;
        this.sources = sources;
    }

    /**
     * Compiles a flow.
     *
     * @param lastChance whether no later round can know more types than this one
     * @return whether it was compiled, rightly or with problems; if not, a type of it is missing that may come in a later round
     */
    boolean compile(TypeElement type, Neighbours neighbours, boolean lastChance) {
        FlowSource source = reader.read(type, flows++, neighbours::in);
        if (isIncomplete(source.flow())) {
            if (lastChance) {
                sources.write(List.of(writer.writeArtifacts(source.flow())), type);
            }
            return lastChance;
        }
        Rules.Verdict verdict = Rules.check(source);
        problems.addAll(verdict.problems());
        boolean sound = verdict.problems().stream().noneMatch(reporter::isError);
        Optional<FlowGraph> graph = verdict.graph().filter(found -> sound);
        sources.write(graph.map(found -> writer.write(source.flow(), found.model(), Map.of()))
                .orElseGet(() -> List.of(writer.writeArtifacts(source.flow()))), type);
        return true;
    }

    private static boolean isIncomplete(FlowModel flow) {
        return flow.artifacts().stream()
                .anyMatch(artifact -> artifact.stored() instanceof StoredType.Unresolved unresolved
                        && !OwnTypes.include(flow, unresolved));
    }

    /** What was found so far. */
    List<Problem> problems() {
        return problems;
    }
}
