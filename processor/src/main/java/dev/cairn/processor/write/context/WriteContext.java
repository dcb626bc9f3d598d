package dev.cairn.processor.write.context;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.BodyModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.name.NameClaim;
import dev.cairn.processor.name.NameClaims;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.SuppressedWarnings;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * What all writers have to know of the flow that they write for. Immutable.
 *
 * @param flow the flow
 * @param names the names of what is generated
 * @param codecs the names of its codecs
 * @param order its steps, and how they hang together
 * @param bodies what the steps do, by name
 * @param offered which artifacts the view of each step offers, as bit sets of their numbers
 * @param version the version of the processor
 * @param exists whether the compilation knows a class
 */
public record WriteContext(
        FlowModel flow,
        GeneratedNames names,
        CodecNames codecs,
        StepOrder order,
        Map<String, BodyModel> bodies,
        Map<String, BitSet> offered,
        String version,
        Predicate<ClassRef> exists) {
    private static final String PROCESSOR = "dev.cairn.processor.FlowProcessor";
    private static final ClassRef GENERATED = ClassRef.of("javax.annotation.processing", "Generated");

    /** What the source suppresses because of the types or members that it uses, and generated code uses too. */
    private static final Set<String> INHERITED_SUPPRESSIONS =
            Set.of("all", "deprecation", "preview", "rawtypes", "removal");

    /** The flow class. */
    public ClassName flowName() {
        return JavaTypeNames.of(flow.flowClass());
    }

    /** What runs the flow. */
    public ClassName runner() {
        return JavaTypeNames.of(names.runner());
    }

    /** The constant that holds the definition. */
    public CodeBlock definition() {
        return CodeBlock.of("$T.DEFINITION", runner());
    }

    /** A run of the flow. */
    public ClassName run() {
        return JavaTypeNames.of(names.run());
    }

    /** The class around the views. */
    public ClassName artifacts() {
        return JavaTypeNames.of(names.artifacts());
    }

    /** The enum of the artifacts. */
    public ClassName nameEnum() {
        return JavaTypeNames.of(names.name());
    }

    /** The view of a step. */
    public ClassName view(String step) {
        return JavaTypeNames.of(names.view(step));
    }

    /** What arrives at a join into which several steps lead. */
    public ClassName input(String join) {
        return JavaTypeNames.of(names.input(join));
    }

    /** What a join gets. */
    public ClassName inputs(String join) {
        return JavaTypeNames.of(names.inputs(join));
    }

    /** The modifiers of a member that users call: as visible as the flow. */
    public Modifier[] visible(Modifier... others) {
        return flow.isPublic()
                ? Stream.concat(Stream.of(Modifier.PUBLIC), Arrays.stream(others))
                        .toArray(Modifier[]::new)
                : others;
    }

    /** Marks a top-level class as generated, and keeps compilers from warning of what is the flow's. */
    public void mark(TypeSpec.Builder type) {
        markOnly(type);
        SuppressedWarnings.of(suppressions(flow)).ifPresent(type::addAnnotation);
    }

    /** Marks a top-level class as generated that suppresses warnings of its own. */
    public void markOnly(TypeSpec.Builder type) {
        if (exists.test(GENERATED)) {
            type.addAnnotation(AnnotationSpec.builder(JavaTypeNames.of(GENERATED))
                    .addMember("value", "$S", PROCESSOR)
                    .build());
        }
    }

    /** A name for a type variable in the class around the views, which hides no class: compilers would warn of that. */
    public TypeVariableName typeVariable(String wanted) {
        Set<String> taken = NameClaims.of(flow).stream().map(NameClaim::name).collect(Collectors.toSet());
        String name = wanted;
        while (taken.contains(name) || exists.test(ClassRef.of(flow.flowClass().packageName(), name))) {
            name += "_";
        }
        return TypeVariableName.get(name);
    }

    /** The artifacts that tasks store, and that generated views and their names are of: all but secret parameters. */
    public List<ArtifactModel> storedArtifacts() {
        return flow.artifacts().stream()
                .filter(artifact -> !artifact.isSecret())
                .toList();
    }

    /** A javadoc link to a member of the flow. */
    public CodeBlock link(String member) {
        return CodeBlock.of("{@link $T#$L}", flowName(), member);
    }

    /** Whether an artifact is a parameter. */
    public static boolean isParameter(ArtifactModel artifact) {
        return artifact.kind() == ArtifactModel.Kind.PARAMETER;
    }

    /** Whether an artifact never changes after the run started, so that every task has it. */
    public static boolean isFixed(ArtifactModel artifact) {
        return artifact.kind() != ArtifactModel.Kind.ARTIFACT;
    }

    /** What has to be suppressed in all that is generated for a flow. */
    public static List<String> suppressions(FlowModel flow) {
        return inherited(flow.suppressed());
    }

    /** What has to be suppressed where generated code names an artifact or its type. */
    public static List<String> suppressions(ArtifactModel artifact) {
        return inherited(artifact.suppressed());
    }

    /** What has to be suppressed where generated code calls a step. */
    public static List<String> suppressions(StepModel step) {
        return inherited(step.suppressed());
    }

    private static List<String> inherited(List<String> suppressed) {
        return suppressed.stream()
                .filter(INHERITED_SUPPRESSIONS::contains)
                .sorted()
                .distinct()
                .toList();
    }
}
