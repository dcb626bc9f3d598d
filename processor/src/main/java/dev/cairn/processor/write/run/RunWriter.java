package dev.cairn.processor.write.run;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code FRun}: a run, past or present, with an accessor for each step. */
public final class RunWriter {
    private final WriteContext context;
    private final ClassName run;

    private RunWriter(WriteContext context) {
        this.context = context;
        this.run = context.run();
    }

    public static TypeSpec write(WriteContext context) {
        return new RunWriter(context).run();
    }

    private TypeSpec run() {
        ClassName steps = run.nestedClass("Step");
        TypeSpec.Builder type = TypeSpec.classBuilder(run)
                .addModifiers(context.visible(Modifier.FINAL))
                .superclass(ParameterizedTypeName.get(RuntimeClasses.FLOW_RUN, steps))
                .addJavadoc(
                        "A run of {@link $T}, past or present. The accessor of a step that did not finish throws {@link $L}.",
                        context.flowName(),
                        RuntimeClasses.NO_SUCH_TASK_EXCEPTION);
        context.mark(type);
        type.addMethod(MethodSpec.constructorBuilder()
                .addParameter(RuntimeClasses.RUN, "run")
                .addStatement("super(run)")
                .build());
        type.addMethods(new FlowRunsWriter(context, run).methods());
        context.order().steps().forEach(step -> type.addMethods(accessors(step)));
        return type.addTypes(StepConstants.write(context)).build();
    }

    /** One accessor, or of a step in a loop two: of the last iteration, and of all. */
    private List<MethodSpec> accessors(StepModel step) {
        boolean many = !context.order().foreaches(step.name()).isEmpty();
        if (!context.order().isInLoop(step.name())) {
            return List.of(
                    many
                            ? views(
                                    step,
                                    step.name(),
                                    "views",
                                    "{@return the finished tasks of step $L, in item order}")
                            : view(step, "{@return the finished task of step $L}"));
        }
        MethodSpec last = many
                ? views(
                        step,
                        step.name(),
                        "lastViews",
                        "{@return the finished tasks of step $L in the last iteration, in item order}")
                : view(step, "{@return the finished task of step $L in the last iteration}");
        String iterations = GeneratedNames.iterations(step.name());
        return List.of(
                last, views(step, iterations, "views", "{@return the finished tasks of step $L in all iterations}"));
    }

    private MethodSpec view(StepModel step, String javadoc) {
        ClassName view = context.view(step.name());
        return accessor(step.name())
                .addJavadoc(javadoc, context.link(step.name()))
                .returns(view)
                .addStatement("return new $T(artifacts($S))", view, step.name())
                .build();
    }

    private MethodSpec views(StepModel step, String name, String method, String javadoc) {
        ClassName view = context.view(step.name());
        return accessor(name)
                .addJavadoc(javadoc, context.link(step.name()))
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), view))
                .addStatement("return $L($S)", method, step.name())
                .build();
    }

    private MethodSpec.Builder accessor(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(context.visible());
    }
}
