package dev.cairn.processor.body;

import com.sun.source.tree.Tree;
import dev.cairn.processor.body.code.Declarations;
import dev.cairn.processor.body.code.FlowCode;
import dev.cairn.processor.body.code.FlowSources;
import dev.cairn.processor.body.code.Members;
import dev.cairn.processor.body.tree.CompilerTrees;
import dev.cairn.processor.body.walk.Analysis;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowBodies;
import dev.cairn.processor.model.InitialValue;
import dev.cairn.processor.name.GeneratedNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads the code of flows. Lives no longer than the round.
 *
 * <p>Where the compiler does not show its trees, or the flow has none, it says so and knows nothing: the steps are taken to read
 * and assign everything.
 */
public final class BodyReader {
    private final Optional<FlowSources> sources;
    private final Consumer<Tree> accesses;
    private final Supplier<Elements> elements;
    private final Map<String, Optional<FlowCode>> codes = new HashMap<>();
    private final Map<String, Optional<Set<String>>> initialised = new HashMap<>();
    private final Map<String, Optional<Declarations>> declarations = new HashMap<>();

    private BodyReader(Optional<FlowSources> sources, Supplier<Elements> elements, Consumer<Tree> accesses) {
        this.sources = sources;
        this.elements = elements;
        this.accesses = accesses;
    }

    /** A reader for one round. */
    public static BodyReader of(ProcessingEnvironment environment) {
        return of(environment, access -> {});
    }

    /** A reader that tells {@code accesses} of every tree that reads or assigns a field. */
    static BodyReader of(ProcessingEnvironment environment, Consumer<Tree> accesses) {
        return new BodyReader(sources(environment), environment::getElementUtils, accesses);
    }

    private static Optional<FlowSources> sources(ProcessingEnvironment environment) {
        try {
            return CompilerTrees.of(environment).map(FlowSources::new);
        } catch (LinkageError noCompilerModule) {
            return Optional.empty();
        }
    }

    /** Reads the code of a flow without secrets. */
    FlowBodies read(TypeElement flow, int number, Set<String> artifacts) {
        return read(flow, number, artifacts, Set.of());
    }

    /**
     * Reads the code of a flow. Its positions are {@link dev.cairn.processor.report.BodyPosition}s.
     *
     * @param flow the class
     * @param number how many flows were read before in this round
     * @param artifacts the names of the fields that are stored
     * @param secrets the names of those whose values are not, though they are parameters
     */
    public FlowBodies read(TypeElement flow, int number, Set<String> artifacts, Set<String> secrets) {
        if (sources.isEmpty()) {
            return FlowBodies.unseen("this compiler does not show the bodies of methods", Set.of());
        } else if (isKotlin(flow)) {
            return FlowBodies.unseen("the bodies of methods that are written in Kotlin are not shown", Set.of());
        }
        Optional<FlowCode> code = code(flow);
        if (code.isEmpty()) {
            return FlowBodies.unseen("its source is not part of this compilation", Set.of());
        }
        try {
            Members members = new Members(flow, number, code.get());
            return new StepBodies(analysis(flow, code.get(), artifacts), members, secrets).flow();
        } catch (StackOverflowError tooDeep) {
            return FlowBodies.unseen("its code is nested too deeply", Set.of());
        }
    }

    /** Whether a field of a flow has an initialiser, or is assigned in every constructor; if that is not seen, is final. */
    public boolean initialised(VariableElement field) {
        TypeElement flow = Objects.requireNonNull((TypeElement) field.getEnclosingElement());
        return initialised
                .computeIfAbsent(flow.getQualifiedName().toString(), name -> initialised(flow))
                .map(names -> names.contains(field.getSimpleName().toString()))
                .orElse(field.getModifiers().contains(Modifier.FINAL));
    }

    /** The documentation comment of a flow, or of a member of one, as {@link Elements#getDocComment} gives it. */
    public @Nullable String comment(Element element) {
        TypeElement flow = element instanceof TypeElement type
                ? type
                : Objects.requireNonNull((TypeElement) element.getEnclosingElement());
        Optional<Declarations> seen = declarations(flow);
        return seen.isPresent()
                ? seen.get().comment(element).orElse(null)
                : elements.get().getDocComment(element);
    }

    /**
     * How many elements {@code @Step} on a method gives in the source: more than the compiler shows where one does not exist, which
     * it reports. 0 if the source is not seen.
     */
    public int stepArguments(ExecutableElement method) {
        return declarations(Objects.requireNonNull((TypeElement) method.getEnclosingElement()))
                .map(found -> found.arguments(method, "Step"))
                .orElse(0);
    }

    /** Whether the compiler shows any code. */
    public boolean seesCode() {
        return sources.isPresent();
    }

    /** The value that a new instance of a class has in a primitive field which its constructor does not take. */
    public InitialValue initialValue(VariableElement field) {
        return sources.map(found -> found.initialValue(field)).orElse(InitialValue.UNKNOWN);
    }

    /** How many annotations a class has in the source; 0 if that is not seen. */
    public int annotations(TypeElement type) {
        return sources.map(found -> found.annotations(type)).orElse(0);
    }

    private Optional<FlowCode> code(TypeElement flow) {
        return codes.computeIfAbsent(
                flow.getQualifiedName().toString(), name -> sources.flatMap(found -> found.find(flow)));
    }

    private Optional<Declarations> declarations(TypeElement flow) {
        return declarations.computeIfAbsent(
                flow.getQualifiedName().toString(),
                name -> code(flow).filter(code -> !isKotlin(flow)).map(code -> Declarations.of(flow, code)));
    }

    private Optional<Set<String>> initialised(TypeElement flow) {
        try {
            return code(flow)
                    .filter(code -> !isKotlin(flow))
                    .map(code -> code.fields()
                            .names(
                                    analysis(flow, code, Set.of())
                                            .construction()
                                            .initialised(),
                                    code.fields().instance()));
        } catch (StackOverflowError tooDeep) {
            return Optional.empty();
        }
    }

    private Analysis analysis(TypeElement flow, FlowCode code, Set<String> artifacts) {
        return new Analysis(code, names(flow), artifacts, accesses);
    }

    private static boolean isKotlin(TypeElement flow) {
        return flow.getAnnotationMirrors().stream()
                .anyMatch(annotation -> ((TypeElement)
                                annotation.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals("kotlin.Metadata"));
    }

    private static GeneratedNames names(TypeElement flow) {
        return new GeneratedNames(new ClassRef("", List.of(flow.getSimpleName().toString())));
    }
}
