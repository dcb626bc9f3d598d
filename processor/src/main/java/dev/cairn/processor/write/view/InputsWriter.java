package dev.cairn.processor.write.view;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.Chunk;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what a join gets: its inputs in order, and for a static split by name. */
final class InputsWriter {
    private final WriteContext context;
    private final StepModel join;
    private final ClassName inputs;
    private final ClassName element;
    private final List<List<String>> arrivals;
    private final List<String> arriving;

    private InputsWriter(WriteContext context, StepModel join) {
        this.context = context;
        this.join = join;
        this.inputs = context.inputs(join.name());
        this.arrivals = context.order().arrivals(join.name());
        this.arriving = context.order().arriving(join.name());
        this.element = element();
    }

    private ClassName element() {
        return switch (arriving.size()) {
            case 0 -> view(join.name()); // a mistake, which has to compile nevertheless
            case 1 -> view(arriving.get(0));
            default -> context.input(join.name());
        };
    }

    /** The class; for a flow that breaks rules without what refers to the definition. */
    static TypeSpec write(WriteContext context, StepModel join, boolean sound) {
        return new InputsWriter(context, join).inputs(sound);
    }

    private TypeSpec inputs(boolean sound) {
        TypeSpec.Builder type = TypeSpec.classBuilder(inputs)
                .addModifiers(context.visible(Modifier.STATIC, Modifier.FINAL))
                .superclass(ParameterizedTypeName.get(
                        RuntimeClasses.MERGEABLE_INPUTS, context.flowName(), context.nameEnum(), element))
                .addJavadoc(
                        "The inputs of join $L, in the order of the $L.",
                        context.link(join.name()),
                        context.order().closesSplit(join.name()) ? "branches" : "items")
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeClasses.JOINED_TASKS, "tasks")
                        .addStatement("super(tasks)")
                        .build());
        if (sound) {
            type.addMethod(new BuiltInputsWriter(context, join, element).factory(inputs));
        }
        branchAccessors().forEach(type::addMethod);
        return type.addMethods(viewMethods()).build();
    }

    private List<MethodSpec> branchAccessors() {
        List<MethodSpec> accessors = new ArrayList<>();
        if (context.order().closesSplit(join.name())) {
            for (int branch = 0; branch < arrivals.size(); branch++) {
                List<String> alternatives = arrivals.get(branch);
                for (String step : alternatives) {
                    accessors.add(new BranchAccessor(context, step, view(step), branch)
                            .write(alternatives.size() == 1, element));
                }
            }
        }
        return accessors;
    }

    private List<MethodSpec> viewMethods() {
        if (arriving.size() <= 1) {
            return List.of(viewMethod("view")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PROTECTED)
                    .addStatement("return new $T(artifacts)", element)
                    .build());
        }
        List<MethodSpec> methods = new ArrayList<>();
        List<Chunk> chunks = Chunk.ofSize(arriving.size());
        for (Chunk chunk : chunks) {
            MethodSpec.Builder method = chunk.from() == 0
                    ? viewMethod("view").addAnnotation(Override.class).addModifiers(Modifier.PROTECTED)
                    : viewMethod("view" + chunk.suffix()).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
            CodeBlock otherwise = chunk.to() == arriving.size()
                    ? CodeBlock.of("throw new $T(artifacts.step())", IllegalArgumentException.class)
                    : CodeBlock.of(
                            "view$L(artifacts)",
                            chunks.get(chunk.to() / Chunk.SIZE).suffix());
            methods.add(method.addCode(switchOnStep(chunk, otherwise)).build());
        }
        return methods;
    }

    private MethodSpec.Builder viewMethod(String name) {
        return MethodSpec.methodBuilder(name)
                .addParameter(RuntimeClasses.TASK_ARTIFACTS, "artifacts")
                .returns(element);
    }

    private CodeBlock switchOnStep(Chunk chunk, CodeBlock otherwise) {
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (artifacts.step()) {\n$>");
        arriving.subList(chunk.from(), chunk.to())
                .forEach(step -> code.addStatement("case $S -> new $T(artifacts)", step, view(step)));
        return code.addStatement("default -> $L", otherwise).add("$<};\n").build();
    }

    private ClassName view(String step) {
        return context.view(step);
    }
}
