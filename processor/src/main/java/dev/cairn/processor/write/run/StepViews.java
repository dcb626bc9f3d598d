package dev.cairn.processor.write.run;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the method that makes the views of finished tasks. It stands once for all steps, for a reference to the constructor wherever a
 * view is made takes {@code javac} longer than all else that is generated for the step.
 */
final class StepViews extends CaseMethods {
    private static final ParameterSpec STEP =
            ParameterSpec.builder(TypeName.INT, "step").build();

    private final WriteContext context;
    private final List<StepModel> steps;

    private StepViews(WriteContext context) {
        super(
                MethodSpec.methodBuilder("view")
                        .addParameter(STEP)
                        .addParameter(RuntimeClasses.TASK_ARTIFACTS, "artifacts")
                        .returns(ParameterizedTypeName.get(
                                RuntimeClasses.TASK_VIEW, WildcardTypeName.subtypeOf(ClassName.OBJECT)))
                        .build(),
                STEP,
                context.order().steps().size());
        this.context = context;
        this.steps = context.order().steps();
    }

    static List<MethodSpec> of(WriteContext context) {
        return new StepViews(context).write();
    }

    @Override
    CodeBlock action(int number) {
        return CodeBlock.of("new $T(artifacts)", context.view(steps.get(number).name()));
    }

    @Override
    Stream<String> warnings(int number) {
        return Stream.empty();
    }
}
