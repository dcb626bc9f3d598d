package dev.cairn.processor.read;

import dev.cairn.processor.model.FieldSource;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.FlowSource;
import dev.cairn.processor.model.FlowSource.ItemConversion;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepSource;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.report.ElementPosition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads flows, right or wrong, of one round. */
public final class FlowReader {
    private final Elements elements;
    private final Types types;
    private final Predicate<VariableElement> initialised;
    private final Function<Element, @Nullable String> comment;
    private final ToIntFunction<ExecutableElement> stepArguments;
    private final Function<TypeElement, Set<String>> announced;

    /**
     * A reader for one round.
     *
     * @param initialised whether a field has an initialiser, or is assigned in every constructor
     * @param comment the documentation comment of a flow or of a member; null if there is none
     * @param stepArguments how many elements {@code @Step} on a method gives, also where they do not exist; 0 if that is not known
     * @param announced the names of the codecs that jars announce for a class
     */
    public FlowReader(
            Elements elements,
            Types types,
            Predicate<VariableElement> initialised,
            Function<Element, @Nullable String> comment,
            ToIntFunction<ExecutableElement> stepArguments,
            Function<TypeElement, Set<String>> announced) {
        this.elements = elements;
        this.types = types;
        this.initialised = initialised;
        this.comment = comment;
        this.stepArguments = stepArguments;
        this.announced = announced;
    }

    /** The names of what is generated for a flow. */
    public static GeneratedNames names(TypeElement flow) {
        return new GeneratedNames(JavaTypes.classRef(flow));
    }

    /**
     * Reads a flow.
     *
     * @param type the class
     * @param number how many flows were read before in this round
     * @param neighbours for a package the simple names of the classes that its sources declare
     */
    public FlowSource read(TypeElement type, int number, Function<String, Set<String>> neighbours) {
        FlowElements flow = new FlowElements(elements, types, type, number, comment);
        TypeReader typeReader = new TypeReader(elements, types, type, announced);
        ArtifactReader artifactReader = new ArtifactReader(flow, typeReader, initialised);
        StepReader stepReader = new StepReader(flow, typeReader, stepArguments);
        List<FieldSource> fields =
                flow.artifacts().stream().map(artifactReader::read).toList();
        List<StepSource> steps = flow.steps().stream().map(stepReader::read).toList();
        return new FlowSource(
                model(flow, typeReader, fields, steps),
                ClassShapeReader.read(type),
                steps,
                fields,
                conversion(typeReader),
                neighbours.apply(flow.names().flow().packageName()),
                Optional.empty());
    }

    private static FlowModel model(
            FlowElements flow, TypeReader typeReader, List<FieldSource> fields, List<StepSource> steps) {
        TypeElement type = flow.type();
        String name = flow.requiredAnnotation(type, "Flow").string("name").value();
        return new FlowModel(
                flow.names().flow(),
                ClassShapeReader.isPublic(type),
                name.isEmpty() ? type.getSimpleName().toString() : name,
                flow.documentation(type),
                flow.formerNames(type),
                fields.stream().map(FieldSource::artifact).toList(),
                steps.stream().map(StepSource::step).toList(),
                typeReader.definitions(),
                warnings(flow),
                flow.positions().of(type));
    }

    /** What generated code must not warn of. */
    private static List<String> warnings(FlowElements flow) {
        Set<String> warnings = new TreeSet<>(new LintWarnings(flow.elements()).ofFlow(flow));
        for (Element around = flow.type(); around instanceof TypeElement; around = around.getEnclosingElement()) {
            warnings.addAll(FlowElements.suppressed(around));
        }
        return List.copyOf(warnings);
    }

    private static ItemConversion conversion(TypeReader typeReader) {
        return (artifact, parameter) ->
                typeReader.acceptsElement(variable(artifact.position()), variable(parameter.position()));
    }

    private static VariableElement variable(Position position) {
        return (VariableElement) ((ElementPosition) position).element();
    }
}
