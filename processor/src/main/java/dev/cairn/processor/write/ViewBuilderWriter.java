package dev.cairn.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.StepModel;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the builders of views for tests: they share their setters as the views share their accessors. */
final class ViewBuilderWriter {
    private static final String BUILDER = "Builder";
    private static final TypeVariableName VIEW = TypeVariableName.get("V");

    private final Generation generation;
    private final Views views;

    ViewBuilderWriter(Generation generation, Views views) {
        this.generation = generation;
        this.views = views;
    }

    /** The base class, inside that of a scope, of the builders inside its views. */
    TypeSpec base(Scope scope) {
        TypeVariableName self = TypeVariableName.get("B");
        ClassName name = views.name(scope).nestedClass(BUILDER);
        TypeVariableName bounded = TypeVariableName.get("B", ParameterizedTypeName.get(name, VIEW, self));
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(generation.visible(Modifier.ABSTRACT, Modifier.STATIC))
                .addTypeVariable(VIEW)
                .addTypeVariable(bounded)
                .superclass(superclass(scope.parent(), VIEW, self))
                .addJavadoc("Sets what tasks from step $L on have in common.", generation.link(scope.first()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "step")
                        .addParameter(
                                ParameterizedTypeName.get(
                                        ClassName.get(Function.class), RuntimeClasses.TASK_ARTIFACTS, VIEW),
                                "view")
                        .addStatement(
                                scope.parent().isPresent() ? "super(step, view)" : "super($L, step, view)",
                                scope.parent().isPresent() ? new Object[0] : new Object[] {generation.definition()})
                        .build());
        addSetters(type, scope, self, Modifier.FINAL);
        return type.build();
    }

    /** The builder inside the view of a step. */
    TypeSpec builder(StepModel step, ClassName view, Scope scope) {
        ClassName name = view.nestedClass(BUILDER);
        Optional<Scope> base = scope.isShared() ? Optional.of(scope) : scope.parent();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(generation.visible(Modifier.STATIC, Modifier.FINAL))
                .superclass(superclass(base, view, name))
                .addJavadoc("Builds a task of step $L by hand.", generation.link(step.name()));
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        if (base.isPresent()) {
            constructor.addStatement("super($S, $T::new)", step.name(), view);
        } else {
            constructor.addStatement("super($L, $S, $T::new)", generation.definition(), step.name(), view);
        }
        type.addMethod(constructor.build());
        if (!scope.isShared()) {
            addSetters(type, scope, name);
        }
        return type.build();
    }

    /** The method of a view that gives its builder. */
    MethodSpec factory(ClassName view) {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(generation.visible(Modifier.STATIC))
                .addJavadoc("Starts to build a task by hand, for tests.")
                .returns(view.nestedClass(BUILDER))
                .addStatement("return new $T()", view.nestedClass(BUILDER))
                .build();
    }

    private TypeName superclass(Optional<Scope> scope, TypeName view, TypeName self) {
        ClassName raw = scope.map(base -> views.name(base).nestedClass(BUILDER))
                .orElse(RuntimeClasses.TASK_VIEW_BUILDER);
        return ParameterizedTypeName.get(raw, view, self);
    }

    private void addSetters(TypeSpec.Builder type, Scope scope, TypeName self, Modifier... modifiers) {
        for (ArtifactModel artifact : views.artifacts(scope.own())) {
            MethodSpec.Builder method = MethodSpec.methodBuilder(artifact.name())
                    .addModifiers(generation.visible(modifiers))
                    .addJavadoc("Sets $L.", generation.link(artifact.name()))
                    .addParameter(JavaTypeNames.of(artifact.type()), artifact.name())
                    .returns(self)
                    .addStatement("return artifact($1S, $1L)", artifact.name());
            Suppressions.of(Generation.suppressions(artifact)).ifPresent(method::addAnnotation);
            type.addMethod(method.build());
        }
    }
}
