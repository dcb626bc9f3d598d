package dev.cairn.processor.write.run;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.JavadocText;
import dev.cairn.processor.write.source.SuppressedWarnings;
import javax.lang.model.element.Modifier;

/** Writes the builder of a run: one setter per parameter. */
final class RunBuilderWriter {
    private final WriteContext context;
    private final ClassName builder;

    private RunBuilderWriter(WriteContext context) {
        this.context = context;
        this.builder = context.runner().nestedClass("Builder");
    }

    static TypeSpec write(WriteContext context) {
        return new RunBuilderWriter(context).builder();
    }

    private TypeSpec builder() {
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addModifiers(context.visible(Modifier.STATIC, Modifier.FINAL))
                .superclass(ParameterizedTypeName.get(
                        RuntimeClasses.FLOW_RUN_BUILDER, context.flowName(), context.run(), builder))
                .addJavadoc("Describes a run of {@link $T}.", context.flowName())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super(DEFINITION)")
                        .build());
        context.flow().artifacts().stream()
                .filter(WriteContext::isParameter)
                .forEach(parameter -> type.addMethod(setter(parameter)));
        return type.addMethod(result()).build();
    }

    private MethodSpec setter(ArtifactModel parameter) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(parameter.name())
                .addModifiers(context.visible())
                .addJavadoc(
                        "Sets the $Lparameter $L$L.\n\n@param $L its value in the run\n@return this builder",
                        required(parameter),
                        context.link(parameter.name()),
                        help(parameter),
                        parameter.name())
                .addParameter(JavaTypeNames.of(parameter.type()), parameter.name())
                .returns(builder)
                .addStatement("return parameter($1S, $1L)", parameter.name());
        SuppressedWarnings.of(WriteContext.suppressions(parameter)).ifPresent(method::addAnnotation);
        return method.build();
    }

    private static CodeBlock required(ArtifactModel parameter) {
        return CodeBlock.of(RunnerWriter.isRequired(parameter) ? "required " : "");
    }

    private static CodeBlock help(ArtifactModel parameter) {
        String help =
                parameter.parameter().map(ArtifactModel.ParameterModel::help).orElse("");
        String sentence = JavadocText.ofPlain(help.strip()).replaceAll("\\.+$", "");
        return CodeBlock.of("$L", sentence.isEmpty() ? "" : ": " + sentence);
    }

    /** What the methods of the base class give that run the flow. */
    private MethodSpec result() {
        return MethodSpec.methodBuilder("result")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(context.run())
                .addParameter(RuntimeClasses.RUN_REFERENCE, "run")
                .addStatement("return new $T($T.of(run))", context.run(), RuntimeClasses.RUN)
                .build();
    }
}
