package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepParameter;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/**
 * Reads the parameters of step methods. The inputs of a join have a type that is not generated yet, or was in an earlier round,
 * so it is known by its name alone.
 */
final class StepParameterReader {
    private final FlowElements flow;
    private final TypeReader types;

    StepParameterReader(FlowElements flow, TypeReader types) {
        this.flow = flow;
        this.types = types;
    }

    /** Reads a parameter. */
    StepParameter read(VariableElement parameter) {
        String name = parameter.getSimpleName().toString();
        Position position = flow.positions().of(parameter);
        JavaType type = types.javaType(parameter.asType());
        Optional<Annotation> item = flow.annotation(parameter, "Item");
        Optional<Annotation> index = flow.annotation(parameter, "Index");
        if (item.isPresent()) {
            return new StepParameter.Item(name, item.get().string("value").value(), type, position);
        } else if (index.isPresent()) {
            return new StepParameter.Index(name, index.get().string("value").value(), type, position);
        } else if (isContext(type)) {
            return new StepParameter.Context(name, position);
        } else if (isInputs(type)) {
            return new StepParameter.JoinInputs(name, type.toString(), position);
        }
        return new StepParameter.Unknown(name, type, position);
    }

    /** Where the runtime is not on the class path, which the compiler reports, the name alone tells. */
    private static boolean isContext(JavaType type) {
        return type instanceof JavaType.Declared declared
                ? declared.name().canonicalName().equals("dev.cairn.runtime.TaskContext")
                : type.equals(new JavaType.Unresolved("TaskContext"));
    }

    /** Whether it is named as the inputs of a join are, perhaps of the wrong one: a rule knows which is right. */
    private static boolean isInputs(JavaType type) {
        if (type instanceof JavaType.Declared declared) {
            return declared.name().simpleName().endsWith("Inputs");
        }
        return type instanceof JavaType.Unresolved && type.toString().endsWith("Inputs");
    }
}
