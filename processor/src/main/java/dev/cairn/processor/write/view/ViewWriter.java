package dev.cairn.processor.write.view;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.JavaTypeNames;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the views of finished tasks, and the base classes that they share. */
final class ViewWriter {
    private final WriteContext context;
    private final Views views;
    private final AccessorWriter accessors;
    private final Optional<ViewBuilderWriter> builder;

    /** A writer; without {@code builder} where there is no definition that it could refer to. */
    ViewWriter(WriteContext context, Views views, Optional<ViewBuilderWriter> builder) {
        this.context = context;
        this.views = views;
        this.accessors = new AccessorWriter(context);
        this.builder = builder;
    }

    /** The base class of a scope. */
    TypeSpec base(AccessorGroup scope) {
        TypeSpec.Builder type = TypeSpec.classBuilder(views.name(scope))
                .addModifiers(context.visible(Modifier.ABSTRACT, Modifier.STATIC))
                .superclass(superclass(scope.parent()))
                .addJavadoc("What the tasks of step $L and of later steps have in common.", context.link(scope.first()))
                .addMethod(constructor());
        addMembers(type, scope, Modifier.PUBLIC, Modifier.FINAL);
        return type.build();
    }

    /** The view of a step. */
    TypeSpec view(StepModel step) {
        AccessorGroup scope = views.ofView(step.name());
        TypeSpec.Builder type = TypeSpec.classBuilder(context.view(step.name()))
                .addModifiers(context.visible(Modifier.STATIC, Modifier.FINAL))
                .superclass(superclass(scope.isShared() ? Optional.of(scope) : scope.parent()))
                .addJavadoc("A finished task of step $L.", context.link(step.name()))
                .addMethod(constructor());
        views.joinsFrom(step.name()).forEach(join -> type.addSuperinterface(context.input(join)));
        builder.ifPresent(writer -> type.addMethod(writer.factory(step)));
        if (!scope.isShared()) {
            addMembers(type, scope, Modifier.PUBLIC);
        }
        return type.build();
    }

    private TypeName superclass(Optional<AccessorGroup> scope) {
        return scope.<TypeName>map(views::name)
                .orElseGet(() -> ParameterizedTypeName.get(RuntimeClasses.TASK_VIEW, context.nameEnum()));
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(RuntimeClasses.TASK_ARTIFACTS, "artifacts")
                .addStatement("super(artifacts)")
                .build();
    }

    /** Adds the accessors, which are public since those that implement the interface of an input have to be. */
    private void addMembers(TypeSpec.Builder type, AccessorGroup scope, Modifier... modifiers) {
        if (scope.parent().isEmpty()) {
            type.addMethod(accessors
                    .task(modifiers)
                    .addStatement("return $T.of(this)", RuntimeClasses.TASK)
                    .build());
        }
        for (ArtifactModel artifact : views.artifacts(scope.own())) {
            type.addMethod(accessors
                    .artifact(artifact, modifiers)
                    .addStatement(value(artifact))
                    .build());
        }
    }

    /** A cast where it is checked: to infer the type of the result takes {@code javac} longer. */
    private static CodeBlock value(ArtifactModel artifact) {
        TypeName type = JavaTypeNames.of(artifact.type());
        if (type.equals(ClassName.OBJECT)) {
            return CodeBlock.of("return value($S)", artifact.name());
        }
        return isReifiable(artifact.type())
                ? CodeBlock.of("return ($T) value($S)", type, artifact.name())
                : CodeBlock.of("return artifact($S)", artifact.name());
    }

    private static boolean isReifiable(JavaType type) {
        return type instanceof JavaType.Array array
                ? isReifiable(array.component())
                : type instanceof JavaType.Primitive
                        || type instanceof JavaType.Declared declared
                                && declared.arguments().isEmpty();
    }
}
