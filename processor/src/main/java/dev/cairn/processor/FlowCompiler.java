package dev.cairn.processor;

import dev.cairn.processor.body.BodyReader;
import dev.cairn.processor.body.code.VisibleClasses;
import dev.cairn.processor.graph.DataFlow;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.InitialValue;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.read.FlowReader;
import dev.cairn.processor.report.Problem;
import dev.cairn.processor.report.Reporter;
import dev.cairn.processor.rule.Rules;
import dev.cairn.processor.rule.type.GeneratedTypes;
import dev.cairn.processor.write.FlowWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Takes the flows of one round from source to generated code, and collects the problems. Lives no longer than the round. */
final class FlowCompiler {
    private final FlowReader reader;
    private final BodyReader bodyReader;
    private final Reporter reporter;
    private final Elements elements;
    private final GeneratedSources sources;
    private final Function<String, Set<String>> neighbours;
    private final Namesakes namesakes;
    private final UnseenCode unseenCode;
    private final List<Problem> problems = new ArrayList<>();
    private final List<FlowModel> flows = new ArrayList<>();

    /** A compiler for one round. */
    FlowCompiler(
            ProcessingEnvironment environment,
            Reporter reporter,
            Function<String, Set<String>> neighbours,
            Namesakes namesakes,
            UnseenCode unseenCode,
            Function<TypeElement, Set<String>> announced) {
        this.elements = environment.getElementUtils();
        this.bodyReader = BodyReader.of(environment);
        this.reader = new FlowReader(
                elements,
                environment.getTypeUtils(),
                bodyReader::initialised,
                bodyReader::comment,
                bodyReader::stepArguments,
                announced);
        this.neighbours = neighbours;
        this.namesakes = namesakes;
        this.unseenCode = unseenCode;
        this.reporter = reporter;
        this.sources = new GeneratedSources(environment.getFiler());
    }

    /**
     * Compiles a flow.
     *
     * @param number how many classes stand before it
     * @return whether it was compiled, rightly or with problems; if not, a type of it is missing that may come in a later round
     */
    boolean compile(TypeElement type, int number) {
        FlowSource read = reader.read(type, number, neighbours);
        FlowSource source = read.beside(namesakes.of(read.flow().flowClass()));
        if (isIncomplete(source.flow())) {
            return false;
        }
        FlowBodies bodies = bodyReader.read(type, number, artifacts(source.flow()), secrets(source.flow()));
        Rules.Verdict verdict = Rules.check(source, bodies);
        problems.addAll(verdict.problems());
        Optional<DataFlow> sound =
                verdict.data().filter(data -> verdict.problems().stream().noneMatch(reporter::isError));
        sound.flatMap(data -> unseenCode.note(bodies, source.flow().position(), reporter::shows))
                .ifPresent(problems::add);
        if (source.namesake().isEmpty()) {
            flows.add(source.flow());
            FlowWriter writer = writer(type);
            sound.flatMap(data -> writer.resource(data.flow())).ifPresent(file -> sources.write(file, type));
            sources.write(
                    sound.map(writer::write).orElseGet(() -> List.of(writer.writeArtifacts(source.flow()))), type);
        }
        return true;
    }

    /** Lets the compiler find what a flow names of generated code, and nothing more. */
    void writePlaceholder(TypeElement type, int number) {
        FlowModel flow = reader.read(type, number, neighbours).flow();
        sources.write(List.of(OldRelease.placeholder(flow)), type);
    }

    private FlowWriter writer(TypeElement flow) {
        VisibleClasses classes = new VisibleClasses(elements, flow);
        return new FlowWriter(ProcessorVersion.current(), type -> classes.exists(type.canonicalName()));
    }

    private static Set<String> artifacts(FlowModel flow) {
        return flow.artifacts().stream().map(ArtifactModel::name).collect(Collectors.toSet());
    }

    private static Set<String> secrets(FlowModel flow) {
        return flow.artifacts().stream()
                .filter(ArtifactModel::isSecret)
                .map(ArtifactModel::name)
                .collect(Collectors.toSet());
    }

    private static boolean isIncomplete(FlowModel flow) {
        return flow.artifacts().stream()
                .anyMatch(artifact -> artifact.stored() instanceof StoredType.Unresolved unresolved
                        && !GeneratedTypes.include(flow, unresolved));
    }

    /** The flows that were compiled so far, rightly or with problems. */
    List<FlowModel> flows() {
        return flows;
    }

    /** Whether the compiler shows the code of flows. */
    boolean seesCode() {
        return bodyReader.seesCode();
    }

    /** What the source of a class gives a primitive field. */
    InitialValue initialValue(VariableElement field) {
        return bodyReader.initialValue(field);
    }

    /** What was found so far. */
    List<Problem> problems() {
        return problems;
    }
}
