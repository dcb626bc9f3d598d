package dev.cairn.processor.read;

import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.Position;
import dev.cairn.processor.model.StepParameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the parameters of step methods. The inputs of a join have a type that is not generated yet, or was in an earlier round,
 * so it is known by its name alone.
 */
final class StepParameterReader {
    private static final String CONTEXT = "dev.cairn.runtime.TaskContext";

    private final FlowElements flow;
    private final TypeReader types;

    StepParameterReader(FlowElements flow, TypeReader types) {
        this.flow = flow;
        this.types = types;
    }

    /** Reads a parameter of a step. */
    StepParameter read(String step, VariableElement parameter) {
        String name = parameter.getSimpleName().toString();
        Position position = flow.positions().of(parameter);
        JavaType type = types.javaType(parameter.asType());
        Optional<Annotation> item = flow.annotation(parameter, "Item");
        Optional<Annotation> index = flow.annotation(parameter, "Index");
        if (item.isPresent()) {
            return new StepParameter.Item(name, item.get().string("value").value(), type, position);
        } else if (index.isPresent()) {
            return new StepParameter.Index(name, index.get().string("value").value(), type, position);
        } else if (isContext(parameter.asType())) {
            return new StepParameter.Context(name, position);
        } else if (isInputs(step, parameter.asType())) {
            return new StepParameter.JoinInputs(name, type.toString(), position);
        }
        return new StepParameter.Unknown(name, type, position);
    }

    private static boolean isContext(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement().toString().equals(CONTEXT);
    }

    private boolean isInputs(String step, TypeMirror type) {
        if (type.getKind() != TypeKind.ERROR && type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        String inputs = flow.names().inputs(step).simpleName();
        String artifacts = flow.names().artifacts().canonicalName();
        String nested = flow.names().artifacts().simpleName() + "." + inputs;
        return Set.copyOf(List.of(inputs, nested, artifacts + "." + inputs)).contains(written(type));
    }

    private static String written(TypeMirror type) {
        return type.toString().replaceAll("@\\S+ ", "");
    }
}
