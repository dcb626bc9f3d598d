package dev.cairn.processor.write.view;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.Wrapped;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the method that makes the inputs of a join by hand: with one parameter per branch where each branch of a
 * static split ends in one step, else with any number of views.
 */
final class BuiltInputsWriter {
    /** A method takes 255 arguments at most; long before that nobody can read a call. */
    private static final int MOST_PARAMETERS = 50;

    private final WriteContext context;
    private final StepModel join;
    private final ClassName element;

    BuiltInputsWriter(WriteContext context, StepModel join, ClassName element) {
        this.context = context;
        this.join = join;
        this.element = element;
    }

    MethodSpec factory(ClassName inputs) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addModifiers(context.visible(Modifier.STATIC))
                .addJavadoc("Inputs built by hand, for tests.\n")
                .returns(inputs);
        CodeBlock views = addParameters(method);
        method.addJavadoc("\n@return the inputs, in this order");
        return method.addStatement(Wrapped.call(
                        CodeBlock.of("return new $T", inputs),
                        List.of(CodeBlock.of(
                                "$T.built($L, $S, $L)",
                                RuntimeClasses.JOINED_TASKS,
                                context.definition(),
                                join.name(),
                                views))))
                .build();
    }

    /** Adds the parameters, and gives the list of views that they make. */
    private CodeBlock addParameters(MethodSpec.Builder method) {
        List<List<String>> arrivals = context.order().arrivals(join.name());
        List<String> steps = context.order().arriving(join.name());
        if (context.order().closesSplit(join.name())
                && arrivals.size() <= MOST_PARAMETERS
                && arrivals.stream().allMatch(branch -> branch.size() == 1)) {
            steps.forEach(step -> method.addParameter(context.view(step), step)
                    .addJavadoc("\n@param $L the task of $L", step, context.link(step)));
            return CodeBlock.of("$L", String.join(", ", steps));
        }
        method.addParameter(ArrayTypeName.of(element), "tasks")
                .varargs()
                .addJavadoc("\n@param tasks what arrives at the join");
        if (steps.size() == 1) {
            return CodeBlock.of("tasks");
        }
        TypeName view = WildcardTypeName.subtypeOf(
                ParameterizedTypeName.get(RuntimeClasses.TASK_VIEW, WildcardTypeName.subtypeOf(ClassName.OBJECT)));
        method.addStatement(
                "$T views =\n$T.of(tasks).map(task -> ($T<?>) task).toList()",
                ParameterizedTypeName.get(ClassName.get(List.class), view),
                Stream.class,
                RuntimeClasses.TASK_VIEW);
        return CodeBlock.of("views");
    }
}
