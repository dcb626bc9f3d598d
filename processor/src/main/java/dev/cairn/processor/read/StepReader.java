package dev.cairn.processor.read;

import dev.cairn.processor.model.MethodShape;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.model.StepSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Reads the steps of a flow. */
final class StepReader {
    private final FlowElements flow;
    private final TypeReader types;
    private final StepParameterReader parameters;
    private final ToIntFunction<ExecutableElement> arguments;

    StepReader(FlowElements flow, TypeReader types, ToIntFunction<ExecutableElement> arguments) {
        this.flow = flow;
        this.types = types;
        this.parameters = new StepParameterReader(flow, types);
        this.arguments = arguments;
    }

    StepSource read(ExecutableElement method) {
        Annotation annotation = flow.requiredAnnotation(method, "Step");
        Map<String, Position> given = new LinkedHashMap<>(annotation.given());
        boolean garbled = arguments.applyAsInt(method) > given.size();
        return new StepSource(step(method, annotation, garbled), shape(method), garbled ? Map.of() : given);
    }

    private StepModel step(ExecutableElement method, Annotation annotation, boolean garbled) {
        String name = method.getSimpleName().toString();
        List<StepParameter> read =
                method.getParameters().stream().map(parameters::read).toList();
        return new StepModel(
                name,
                garbled ? TransitionReader.unknown(annotation) : TransitionReader.read(annotation),
                read,
                annotation.flag("start"),
                annotation.flag("end"),
                DecoratorReader.read(annotation, other -> flow.annotation(method, other)),
                flow.documentation(method),
                FlowElements.suppressed(method),
                flow.positions().of(method),
                annotation.position());
    }

    private MethodShape shape(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        return new MethodShape(
                modifiers.contains(Modifier.PRIVATE),
                modifiers.contains(Modifier.STATIC),
                modifiers.contains(Modifier.ABSTRACT),
                !method.getTypeParameters().isEmpty(),
                types.javaType(method.getReturnType()).toString());
    }
}
