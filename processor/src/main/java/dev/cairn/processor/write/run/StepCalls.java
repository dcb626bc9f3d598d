package dev.cairn.processor.write.run;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.JavaTypeNames;
import java.util.List;
import java.util.stream.Stream;

/** Writes the method that calls the methods of steps. */
final class StepCalls extends CaseMethods {
    private static final ParameterSpec STEP =
            ParameterSpec.builder(TypeName.INT, "step").build();

    private final WriteContext context;
    private final List<StepModel> steps;

    private StepCalls(WriteContext context) {
        super(
                MethodSpec.methodBuilder("call")
                        .addParameter(context.flowName(), "flow")
                        .addParameter(STEP)
                        .addParameter(RuntimeClasses.TASK_ARGUMENTS, "task")
                        .addException(Exception.class)
                        .build(),
                STEP,
                context.order().steps().size());
        this.context = context;
        this.steps = context.order().steps();
    }

    static List<MethodSpec> of(WriteContext context) {
        return new StepCalls(context).write();
    }

    @Override
    CodeBlock action(int number) {
        StepModel step = steps.get(number);
        return CodeBlock.of(
                "flow.$L($L)",
                step.name(),
                step.parameters().stream()
                        .map(parameter -> argument(step, parameter))
                        .collect(CodeBlock.joining(", ")));
    }

    @Override
    Stream<String> warnings(int number) {
        return WriteContext.suppressions(steps.get(number)).stream();
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
            return CodeBlock.of("new $T(task.inputs())", context.inputs(step.name()));
        }
        throw new IllegalArgumentException("parameter `" + parameter.name() + "` of step `" + step.name() + "`");
    }

    /** The artifact that is named, or else that of the innermost foreach. */
    private String foreach(StepModel step, String artifact) {
        List<String> around = context.order().foreaches(step.name());
        return artifact.isEmpty() ? around.get(around.size() - 1) : artifact;
    }

    /**
     * The type of the elements, not that of the parameter, to which they may be widened: {@code Integer} for a {@code
     * long}.
     */
    private JavaType elementType(String artifact, StepParameter.Item item) {
        return context.flow()
                .artifact(artifact)
                .flatMap(ArtifactModel::foreach)
                .map(ArtifactModel.Elements::type)
                .orElse(item.type());
    }
}
