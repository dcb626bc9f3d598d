package dev.cairn.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Writes the switch that calls the methods of steps. */
final class StepCalls {
    private final Generation generation;
    private final List<StepModel> steps;

    private StepCalls(Generation generation) {
        this.generation = generation;
        this.steps = generation.edges().steps();
    }

    static List<MethodSpec> of(Generation generation) {
        StepCalls calls = new StepCalls(generation);
        return new CaseMethods("step", number -> calls.call(calls.steps.get(number)), false)
                .write(
                        calls.steps.size(),
                        calls.method("call", new Chunk(0, calls.steps.size()))
                                .addAnnotation(Override.class)
                                .addModifiers(Modifier.PUBLIC),
                        (name, chunk) -> calls.method(name, chunk).addModifiers(Modifier.PRIVATE, Modifier.STATIC),
                        name -> name + "(flow, step, task)");
    }

    private MethodSpec.Builder method(String name, Chunk chunk) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addParameter(generation.flowName(), "flow")
                .addParameter(TypeName.INT, "step")
                .addParameter(RuntimeClasses.TASK_ARGUMENTS, "task")
                .addException(Exception.class);
        if (chunk.to() - chunk.from() <= Chunk.SIZE) {
            Suppressions.of(IntStream.range(chunk.from(), chunk.to())
                            .mapToObj(steps::get)
                            .flatMap(step -> Generation.suppressions(step).stream())
                            .toList())
                    .ifPresent(method::addAnnotation);
        }
        return method;
    }

    private CodeBlock call(StepModel step) {
        return CodeBlock.of(
                "flow.$L($L)",
                step.name(),
                step.parameters().stream()
                        .map(parameter -> argument(step, parameter))
                        .collect(CodeBlock.joining(", ")));
    }

    private CodeBlock argument(StepModel step, StepParameter parameter) {
        if (parameter instanceof StepParameter.Context) {
            return CodeBlock.of("task.context()");
        } else if (parameter instanceof StepParameter.Item item) {
            String artifact = foreach(step, item.artifact());
            return CodeBlock.of("task.<$T>item($S)", JavaTypeNames.boxed(elementType(artifact, item)), artifact);
        } else if (parameter instanceof StepParameter.Index index) {
            return CodeBlock.of("task.index($S)", foreach(step, index.artifact()));
        } else if (parameter instanceof StepParameter.JoinInputs) {
            return CodeBlock.of(
                    "new $T(task.inputs())",
                    generation.name(generation.names().inputs(step.name())));
        }
        throw new IllegalArgumentException("parameter `" + parameter.name() + "` of step `" + step.name() + "`");
    }

    /** The artifact that is named, or else that of the innermost foreach. */
    private String foreach(StepModel step, String artifact) {
        List<String> around = generation.edges().foreaches(step.name());
        return artifact.isEmpty() ? around.get(around.size() - 1) : artifact;
    }

    /** The type of the elements, not that of the parameter, to which they may be widened: {@code Integer} for a {@code long}. */
    private JavaType elementType(String artifact, StepParameter.Item item) {
        return generation
                .flow()
                .artifact(artifact)
                .flatMap(ArtifactModel::foreach)
                .map(ArtifactModel.Elements::type)
                .orElse(item.type());
    }
}
