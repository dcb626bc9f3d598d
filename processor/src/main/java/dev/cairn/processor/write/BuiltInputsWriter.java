package dev.cairn.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.cairn.processor.model.StepModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the method that makes the inputs of a join by hand: with one parameter per branch where each branch of a static split
 * ends in one step, else with any number of views.
 */
final class BuiltInputsWriter {
    /** A method takes 255 arguments at most; long before that nobody can read a call. */
    private static final int MOST_PARAMETERS = 50;

    private final Generation generation;
    private final StepModel join;
    private final ClassName element;

    BuiltInputsWriter(Generation generation, StepModel join, ClassName element) {
        this.generation = generation;
        this.join = join;
        this.element = element;
    }

    MethodSpec factory(ClassName inputs) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addModifiers(generation.visible(Modifier.STATIC))
                .addJavadoc("Inputs built by hand, for tests.")
                .returns(inputs);
        List<List<String>> arrivals = generation.order().arrivals(join.name());
        CodeBlock list;
        if (generation.order().closesSplit(join.name())
                && arrivals.size() <= MOST_PARAMETERS
                && arrivals.stream().allMatch(branch -> branch.size() == 1)) {
            List<String> steps = arrivals.stream().map(branch -> branch.get(0)).toList();
            steps.forEach(step ->
                    method.addParameter(generation.view(step), step));
            list = CodeBlock.of("$L", String.join(", ", steps));
        } else {
            method.addParameter(ArrayTypeName.of(element), "tasks").varargs();
            list = CodeBlock.of("tasks");
        }
        return method.addStatement(
                        "return new $T($T.built($L, $S, $T.of($L)))",
                        inputs,
                        RuntimeClasses.JOINED_TASKS,
                        generation.definition(),
                        join.name(),
                        List.class,
                        list)
                .build();
    }
}
