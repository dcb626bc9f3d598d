package dev.cairn.processor.write.run;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.Chunk;
import dev.cairn.processor.write.source.ConstantsWriter;
import dev.cairn.processor.write.source.JavaTypeNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code FRun.Step}: an enum, as long as the static initialiser of one fits into a method that the virtual machine
 * compiles; else a class that inherits its constants from interfaces, each of which initialises some. Both are used alike, save
 * that there is no switch over the latter.
 */
final class StepConstants {
    /** What the static initialiser of an enum takes per constant is some 20 bytes, of 8,000. */
    private static final int ENUM = 350;

    private final WriteContext context;
    private final ClassName step;
    private final List<String> names;

    private StepConstants(WriteContext context) {
        this.context = context;
        this.step = JavaTypeNames.of(context.names().step());
        this.names = context.order().steps().stream().map(StepModel::name).toList();
    }

    /** The type of the steps, and what it inherits from. */
    static List<TypeSpec> write(WriteContext context) {
        StepConstants constants = new StepConstants(context);
        return constants.names.size() <= ENUM ? List.of(constants.asEnum()) : constants.asClass();
    }

    private TypeSpec asEnum() {
        return ConstantsWriter.write("Step", "step", names, javadoc(), context::link, context.visible());
    }

    private CodeBlock javadoc() {
        return CodeBlock.of("The steps of {@link $T}.", context.flowName());
    }

    private List<TypeSpec> asClass() {
        TypeSpec.Builder type = TypeSpec.classBuilder(step)
                .addModifiers(context.visible(Modifier.STATIC, Modifier.FINAL))
                .addJavadoc(javadoc())
                .addField(String.class, "step", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(String.class, "step")
                        .addStatement("this.step = step")
                        .build())
                .addMethod(ConstantsWriter.text("step"));
        List<TypeSpec> types = new ArrayList<>();
        for (Chunk chunk : Chunk.ofSize(names.size())) {
            ClassName constants = context.run().nestedClass("Steps" + chunk.suffix());
            type.addSuperinterface(constants);
            types.add(constants(constants, chunk));
        }
        types.add(0, type.build());
        return types;
    }

    private TypeSpec constants(ClassName name, Chunk chunk) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name).addModifiers(Modifier.PRIVATE);
        for (String each : names.subList(chunk.from(), chunk.to())) {
            type.addField(FieldSpec.builder(step, GeneratedNames.constant(each))
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("$L.", context.link(each))
                    .initializer("new $T($S)", step, each)
                    .build());
        }
        return type.build();
    }
}
