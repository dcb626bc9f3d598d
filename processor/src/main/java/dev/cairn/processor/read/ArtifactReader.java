package dev.cairn.processor.read;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ArtifactModel.Kind;
import dev.cairn.processor.model.ArtifactModel.ParameterModel;
import dev.cairn.processor.model.FieldSource;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Reads the fields of a flow that are stored. */
final class ArtifactReader {
    private final FlowElements flow;
    private final TypeReader types;
    private final Predicate<VariableElement> initialised;

    ArtifactReader(FlowElements flow, TypeReader types, Predicate<VariableElement> initialised) {
        this.flow = flow;
        this.types = types;
        this.initialised = initialised;
    }

    FieldSource read(VariableElement field) {
        Optional<ParameterModel> parameter =
                flow.annotation(field, "Parameter").map(annotation -> parameter(field, annotation));
        boolean isFinal = field.getModifiers().contains(Modifier.FINAL);
        Kind kind = parameter.isPresent() ? Kind.PARAMETER : isFinal ? Kind.CONSTANT : Kind.ARTIFACT;
        ArtifactModel artifact = new ArtifactModel(
                field.getSimpleName().toString(),
                kind,
                types.javaType(field.asType()),
                types.stored(field),
                initialised.test(field),
                flow.documentation(field),
                flow.formerNames(field),
                parameter,
                types.elements(field),
                FlowElements.suppressed(field),
                flow.positions().of(field));
        return new FieldSource(artifact, field.getModifiers().contains(Modifier.PRIVATE), isFinal);
    }

    private static ParameterModel parameter(VariableElement field, Annotation annotation) {
        String name = annotation.string("name").value();
        return new ParameterModel(
                name.isEmpty() ? field.getSimpleName().toString() : name,
                annotation.string("help").value(),
                annotation.flag("required"),
                annotation.flag("secret"),
                annotation.string("name").position());
    }
}
