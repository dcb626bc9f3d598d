package dev.cairn.processor.write.view;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.JavaTypeNames;
import dev.cairn.processor.write.source.SuppressedWarnings;
import javax.lang.model.element.Modifier;

/**
 * Writes the builder of views for tests. There is one for all views: builders that inherited setters as views inherit
 * accessors would have to be generic in themselves, and the time that javac takes to check a generic class grows with
 * the square of the number of its superclasses, which made minutes of a flow of 1,000 steps.
 */
final class ViewBuilderWriter {
    private final WriteContext context;
    private final ClassName builder;
    private final TypeVariableName view;

    ViewBuilderWriter(WriteContext context) {
        this.context = context;
        this.builder = context.artifacts().nestedClass("Builder");
        this.view = context.typeVariable("V");
    }

    /** The builder. */
    TypeSpec write() {
        ParameterizedTypeName self = ParameterizedTypeName.get(builder, view);
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addModifiers(context.visible(Modifier.STATIC, Modifier.FINAL))
                .addTypeVariable(view)
                .superclass(ParameterizedTypeName.get(RuntimeClasses.TASK_VIEW_BUILDER, view, self))
                .addJavadoc(
                        "Builds a finished task by hand, for tests. An artifact that is not set is absent.\n\n"
                                + "@param <$T> the view of the task",
                        view)
                .addMethod(constructor());
        context.storedArtifacts().forEach(artifact -> type.addMethod(setter(artifact, self)));
        return type.build();
    }

    /** The method of the view of a step that gives a builder. */
    MethodSpec factory(StepModel step) {
        TypeName built = ParameterizedTypeName.get(builder, context.view(step.name()));
        return MethodSpec.methodBuilder("builder")
                .addModifiers(context.visible(Modifier.STATIC))
                .addJavadoc(
                        "Starts to build a task of this step by hand, for tests.\n\n@return a builder, in which nothing is set")
                .returns(built)
                .addStatement("return new $T($S)", built, step.name())
                .build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "step")
                .addStatement("super($L, step)", context.definition())
                .build();
    }

    private MethodSpec setter(ArtifactModel artifact, TypeName self) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(artifact.name())
                .addModifiers(context.visible())
                .addJavadoc(
                        "Sets $L.\n\n@param $L what the step left in it\n@return this builder",
                        context.link(artifact.name()),
                        artifact.name())
                .addParameter(JavaTypeNames.of(artifact.type()), artifact.name())
                .returns(self)
                .addStatement("return artifact($1S, $1L)", artifact.name());
        SuppressedWarnings.of(WriteContext.suppressions(artifact)).ifPresent(method::addAnnotation);
        return method.build();
    }
}
