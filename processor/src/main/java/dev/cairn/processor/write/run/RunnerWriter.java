package dev.cairn.processor.write.run;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code FRunner}: what starts runs of a flow, from code and from the command line, and what calls its steps.
 */
public final class RunnerWriter {
    private final WriteContext context;
    private final ClassName builder;

    private RunnerWriter(WriteContext context) {
        this.context = context;
        this.builder = context.runner().nestedClass("Builder");
    }

    public static TypeSpec write(WriteContext context) {
        return new RunnerWriter(context).runner();
    }

    private TypeSpec runner() {
        TypeSpec.Builder type = TypeSpec.classBuilder(context.names().runner().simpleName())
                .addModifiers(context.visible(Modifier.FINAL))
                .addJavadoc(
                        "Runs the flow {@link $T}.\n\n<pre>{@code\n$L\n}</pre>",
                        context.flowName(),
                        GraphPicture.of(context.order()));
        context.mark(type);
        type.addField(definitionField());
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        if (context.flow().artifacts().stream().noneMatch(RunnerWriter::isRequired)) {
            type.addMethod(run());
            type.addMethod(runAsync());
        }
        return type.addMethod(resume())
                .addMethod(builder())
                .addMethod(main())
                .addType(RunBuilderWriter.write(context))
                .addType(DefinitionWriter.write(context))
                .build();
    }

    /** Whether each run has to give a value to an artifact. */
    static boolean isRequired(ArtifactModel artifact) {
        return artifact.parameter()
                .filter(ArtifactModel.ParameterModel::required)
                .isPresent();
    }

    private FieldSpec definitionField() {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeClasses.FLOW_DEFINITION, context.flowName()), "DEFINITION")
                .addModifiers(context.visible(Modifier.STATIC, Modifier.FINAL))
                .addJavadoc("The flow, for engines and tools.")
                .initializer("new Definition()")
                .build();
    }

    /** The type of a run that goes on. */
    static ParameterizedTypeName handle(WriteContext context) {
        return ParameterizedTypeName.get(RuntimeClasses.RUN_HANDLE, context.run());
    }

    private CodeBlock parameters() {
        return context.flow().artifacts().stream().anyMatch(WriteContext::isParameter)
                ? CodeBlock.of(" with every parameter at its default,")
                : CodeBlock.of("");
    }

    private MethodSpec runAsync() {
        return MethodSpec.methodBuilder("runAsync")
                .addModifiers(context.visible(Modifier.STATIC))
                .addJavadoc(
                        "Starts the flow$L on the default datastore, and does not wait for its end.\n\n"
                                + "@return the run, to wait for it or to stop it",
                        parameters())
                .returns(handle(context))
                .addStatement("return builder().runAsync()")
                .build();
    }

    private MethodSpec run() {
        return MethodSpec.methodBuilder("run")
                .addModifiers(context.visible(Modifier.STATIC))
                .addJavadoc("""
                        Runs the flow$L on the default datastore, and waits for its end.

                        @return the run, which succeeded
                        @throws $L if a step fails""", parameters(), RuntimeClasses.FLOW_FAILED_EXCEPTION)
                .returns(context.run())
                .addStatement("return builder().run()")
                .build();
    }

    private MethodSpec resume() {
        return MethodSpec.methodBuilder("resume")
                .addModifiers(context.visible(Modifier.STATIC))
                .addJavadoc("""
                        Goes on where another run in the default datastore ended, and waits for the end.

                        @param id the id of the other run
                        @return the new run, which succeeded
                        @throws $L if a step fails""", RuntimeClasses.FLOW_FAILED_EXCEPTION)
                .returns(context.run())
                .addParameter(String.class, "id")
                .addStatement("return builder().resume(id)")
                .build();
    }

    private MethodSpec builder() {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(context.visible(Modifier.STATIC))
                .addJavadoc("Starts to describe a run.\n\n@return a builder, in which nothing is set")
                .returns(builder)
                .addStatement("return new $T()", builder)
                .build();
    }

    private MethodSpec main() {
        return MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The command line of the flow.\n\n@param args a command, then its options and arguments")
                .addParameter(String[].class, "args")
                .addStatement("$T.run(DEFINITION, args)", RuntimeClasses.FLOW_MAIN)
                .build();
    }
}
