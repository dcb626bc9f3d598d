package dev.cairn.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.StepModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code FRun}: a run, past or present, with an accessor for each step. */
final class RunWriter {
    private final Generation generation;
    private final ClassName run;

    private RunWriter(Generation generation) {
        this.generation = generation;
        this.run = generation.run();
    }

    static TypeSpec write(Generation generation) {
        return new RunWriter(generation).run();
    }

    private TypeSpec run() {
        ClassName steps = run.nestedClass("Step");
        TypeSpec.Builder type = TypeSpec.classBuilder(run)
                .addModifiers(generation.visible(Modifier.FINAL))
                .superclass(ParameterizedTypeName.get(RuntimeClasses.FLOW_RUN, steps))
                .addJavadoc("A run of {@link $T}, past or present.", generation.flowName());
        generation.mark(type);
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(RuntimeClasses.RUN, "run")
                .addStatement("super(run)")
                .build());
        type.addMethods(new FlowRunsWriter(generation, run).methods());
        generation.order().steps().forEach(step -> type.addMethod(accessor(step)));
        return type.addType(steps()).build();
    }

    private MethodSpec accessor(StepModel step) {
        ClassName view = generation.view(step.name());
        boolean many = !generation.order().foreaches(step.name()).isEmpty();
        MethodSpec.Builder method = MethodSpec.methodBuilder(step.name()).addModifiers(generation.visible());
        if (many) {
            return method.addJavadoc("The finished tasks of step $L, in item order.", generation.link(step.name()))
                    .returns(ParameterizedTypeName.get(ClassName.get(List.class), view))
                    .addStatement("return views($S, $T::new)", step.name(), view)
                    .build();
        }
        return method.addJavadoc(
                        "The task of step $L.\n\n@throws $T if it did not finish",
                        generation.link(step.name()),
                        RuntimeClasses.NO_SUCH_TASK_EXCEPTION)
                .returns(view)
                .addStatement("return view($S, $T::new)", step.name(), view)
                .build();
    }

    private TypeSpec steps() {
        Stream<String> names = generation.order().steps().stream().map(StepModel::name);
        return ConstantsWriter.write(
                "Step",
                "step",
                names.toList(),
                CodeBlock.of("The steps of {@link $T}.", generation.flowName()),
                generation.visible());
    }
}
