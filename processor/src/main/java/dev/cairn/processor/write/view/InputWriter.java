package dev.cairn.processor.write.view;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.write.context.WriteContext;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the interfaces of what arrives at joins into which several steps lead. Joins with the same artifacts share an
 * interface, as views share base classes.
 */
final class InputWriter {
    private final WriteContext context;
    private final Views views;
    private final AccessorWriter accessors;

    InputWriter(WriteContext context, Views views) {
        this.context = context;
        this.views = views;
        this.accessors = new AccessorWriter(context);
    }

    /** The interface of a scope. */
    TypeSpec base(AccessorGroup scope) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(views.name(scope))
                .addModifiers(context.visible(Modifier.STATIC))
                .addJavadoc("What the inputs of join $L share with those of other joins.", context.link(scope.first()));
        scope.parent().ifPresent(parent -> type.addSuperinterface(views.name(parent)));
        addMembers(type, scope);
        return type.build();
    }

    /** The interface of what arrives at a join. */
    TypeSpec input(StepModel join) {
        AccessorGroup scope = views.ofInput(join.name());
        List<ClassName> permitted = context.order().arriving(join.name()).stream()
                .map(from -> context.view(from))
                .toList();
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(
                        context.names().input(join.name()).simpleName())
                .addModifiers(context.visible(Modifier.STATIC, Modifier.SEALED))
                .addPermittedSubclasses(permitted)
                .addJavadoc("An input of join $L, from any of the steps that lead to it.", context.link(join.name()));
        Optional<AccessorGroup> base = scope.isShared() ? Optional.of(scope) : scope.parent();
        base.map(views::name).ifPresent(type::addSuperinterface);
        if (!scope.isShared()) {
            addMembers(type, scope);
        }
        return type.build();
    }

    private void addMembers(TypeSpec.Builder type, AccessorGroup scope) {
        if (scope.parent().isEmpty()) {
            type.addMethod(accessors.task(Modifier.PUBLIC, Modifier.ABSTRACT).build());
            type.addMethod(has());
        }
        for (ArtifactModel artifact : views.artifacts(scope.own())) {
            type.addMethod(accessors
                    .artifact(artifact, Modifier.PUBLIC, Modifier.ABSTRACT)
                    .build());
        }
    }

    private MethodSpec has() {
        return MethodSpec.methodBuilder("has")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(
                        "Whether an artifact exists after this task.\n\n"
                                + "@param name the artifact\n@return whether its accessor returns a value, even if that is null")
                .addParameter(context.nameEnum(), "name")
                .returns(TypeName.BOOLEAN)
                .build();
    }
}
