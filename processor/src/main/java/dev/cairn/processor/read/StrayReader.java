package dev.cairn.processor.read;

import dev.cairn.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;

/** Finds annotations that stand where nobody looks at them: on what is no flow, no step, no artifact. */
public final class StrayReader {
    private static final String PACKAGE = "dev.cairn.";
    private static final String ID = "misplaced-annotation";

    private static final List<String> ON_STEPS = List.of("Retry", "Timeout", "Catch", "Resources");
    private static final List<String> ON_STEP_PARAMETERS = List.of("Item", "Index");

    /** The simple names of the annotations that it looks for. */
    public static final Set<String> ANNOTATIONS =
            Set.of("Step", "Parameter", "Default", "Retry", "Timeout", "Catch", "Resources", "Item", "Index");

    private final Elements elements;
    private final Set<String> present;
    private final Set<? extends Element> annotated; // by any: the compiler goes through all code for each answer
    private final Set<? extends Element> flows;
    private final ToIntFunction<TypeElement> numbers;
    private final ToIntFunction<TypeElement> annotations;
    private final Map<TypeElement, Positions> positions = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private StrayReader(
            Elements elements,
            Set<? extends TypeElement> present,
            RoundEnvironment round,
            Set<? extends Element> flows,
            ToIntFunction<TypeElement> numbers,
            ToIntFunction<TypeElement> annotations) {
        List<? extends TypeElement> all =
                present.stream().filter(StrayReader::isSought).toList();
        this.elements = elements;
        this.present = all.stream().map(type -> type.getSimpleName().toString()).collect(Collectors.toSet());
        this.annotated = round.getElementsAnnotatedWithAny(all.toArray(TypeElement[]::new));
        this.flows = flows;
        this.numbers = numbers;
        this.annotations = annotations;
    }

    /**
     * The annotations that are astray.
     *
     * @param present the annotations that the round has
     * @param flows the flows of the round
     * @param numbers how many classes stand before one
     * @param annotations how many annotations a class has in the source: more than the compiler shows where one is not known; 0 if
     *     the source is not seen
     */
    public static List<Problem> read(
            Elements elements,
            Set<? extends TypeElement> present,
            RoundEnvironment round,
            Set<? extends Element> flows,
            ToIntFunction<TypeElement> numbers,
            ToIntFunction<TypeElement> annotations) {
        StrayReader reader = new StrayReader(elements, present, round, flows, numbers, annotations);
        reader.annotated("Step").forEach(reader::step);
        reader.annotated("Parameter").forEach(reader::parameter);
        reader.annotated("Default").forEach(reader::fallback);
        ON_STEPS.forEach(name -> reader.annotated(name).stream()
                .filter(method -> !isStep(method))
                .forEach(method -> reader.add(method, name, "belongs on a method with `@Step`")));
        ON_STEP_PARAMETERS.forEach(name -> reader.annotated(name).stream()
                .filter(parameter -> !isStep(Objects.requireNonNull(parameter.getEnclosingElement())))
                .forEach(parameter -> reader.add(parameter, name, "belongs on a parameter of a method with `@Step`")));
        return reader.problems;
    }

    private static boolean isSought(TypeElement annotation) {
        String name = annotation.getQualifiedName().toString();
        return name.startsWith(PACKAGE) && ANNOTATIONS.contains(name.substring(PACKAGE.length()));
    }

    private List<? extends Element> annotated(String simpleName) {
        return present.contains(simpleName)
                ? annotated.stream()
                        .filter(element -> Annotation.isOn(element, PACKAGE + simpleName))
                        .toList()
                : List.of();
    }

    private void step(Element method) {
        if (!isFlowOrAbove(Objects.requireNonNull(method.getEnclosingElement()))) {
            add(method, "Step", "belongs on a method of a class with `@Flow`");
        }
    }

    private void parameter(Element field) {
        if (!isFlowOrAbove(Objects.requireNonNull(field.getEnclosingElement()))) {
            add(field, "Parameter", "belongs on a field of a class with `@Flow`");
        } else if (!FlowElements.isArtifact(field)) {
            add(
                    field,
                    "Parameter",
                    "belongs on a field that is neither static nor transient nor begins with an underscore");
        }
    }

    private void fallback(Element field) {
        boolean isStored = field.getModifiers().stream()
                .noneMatch(modifier -> modifier == Modifier.STATIC || modifier == Modifier.TRANSIENT);
        if (!isStored || isFlowOrAbove(Objects.requireNonNull(field.getEnclosingElement()))) {
            add(
                    field,
                    "Default",
                    "belongs on a component of a record, or on a field of a class that artifacts hold, neither static nor"
                            + " transient");
        }
    }

    private static boolean isStep(Element element) {
        return Annotation.isOn(element, "dev.cairn.Step");
    }

    /** Whether it is a flow, or a superclass of one, on which another rule has its say. */
    private boolean isFlowOrAbove(Element type) {
        return Annotation.isOn(type, "dev.cairn.Flow")
                || hasUnknownAnnotation(type)
                || flows.stream().anyMatch(flow -> superclass((TypeElement) flow, type));
    }

    /** Whether the compiler has yet to say something of an annotation, which may be meant as a flow's: an import is wrong. */
    private boolean hasUnknownAnnotation(Element type) {
        return type instanceof TypeElement annotated
                && (annotations.applyAsInt(annotated)
                                > type.getAnnotationMirrors().size()
                        || type.getAnnotationMirrors().stream()
                                .anyMatch(annotation ->
                                        annotation.getAnnotationType().getKind() == TypeKind.ERROR));
    }

    private static boolean superclass(TypeElement flow, Element type) {
        TypeElement above = flow;
        while (above.getSuperclass() instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement superclass) {
            if (superclass.equals(type)) {
                return true;
            }
            above = superclass;
        }
        return false;
    }

    private void add(Element element, String annotation, String belongs) {
        TypeElement type = typeAround(element);
        Positions inType = positions.computeIfAbsent(type, key -> new Positions(numbers.applyAsInt(key), key));
        Optional<Annotation> found = Annotation.find(elements, inType, element, "dev.cairn." + annotation);
        found.ifPresent(stray -> problems.add(Problem.error(
                        ID,
                        stray.position(),
                        "`@" + annotation + "` on `" + element.getSimpleName() + "` has no effect")
                .fix("it " + belongs + ".")));
    }

    private static TypeElement typeAround(Element element) {
        Element around = element;
        while (!(around instanceof TypeElement)) {
            around = Objects.requireNonNull(around.getEnclosingElement());
        }
        return (TypeElement) around;
    }
}
