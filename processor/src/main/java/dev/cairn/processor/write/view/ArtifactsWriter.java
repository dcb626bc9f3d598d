package dev.cairn.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.ConstantsWriter;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes {@code FArtifacts}: the names of the artifacts, a view per step, and the inputs of joins. */
public final class ArtifactsWriter {
    private final WriteContext context;
    private final Views views;
    private final ViewWriter viewWriter;
    private final InputWriter inputWriter;
    private final Optional<ViewBuilderWriter> builder;
    private final TypeSpec.Builder type;

    private ArtifactsWriter(WriteContext context, boolean sound) {
        this.context = context;
        this.builder = sound ? Optional.of(new ViewBuilderWriter(context)) : Optional.empty();
        this.views = Views.of(context);
        this.viewWriter = new ViewWriter(context, views, builder);
        this.inputWriter = new InputWriter(context, views);
        this.type = TypeSpec.classBuilder(context.names().artifacts().simpleName())
                .addModifiers(context.visible(Modifier.FINAL))
                .addJavadoc(
                        "The artifacts of {@link $T}, task by task. The accessor of one that is absent throws {@link $L}.",
                        context.flowName(),
                        RuntimeClasses.ABSENT_ARTIFACT_EXCEPTION);
    }

    /** The class; for a flow that breaks rules without what refers to the definition. */
    public static TypeSpec write(WriteContext context, boolean sound) {
        return new ArtifactsWriter(context, sound).artifacts();
    }

    private TypeSpec artifacts() {
        context.mark(type);
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        type.addType(names());
        for (StepModel step : context.order().steps()) {
            AccessorGroup scope = views.ofView(step.name());
            if (scope.isShared() && scope.first().equals(step.name())) {
                type.addType(viewWriter.base(scope));
            }
            type.addType(viewWriter.view(step));
            if (step.joins()) {
                addJoin(step);
            }
        }
        builder.ifPresent(writer -> type.addType(writer.write()));
        return type.build();
    }

    private void addJoin(StepModel join) {
        if (views.isMixed(join.name())) {
            AccessorGroup scope = views.ofInput(join.name());
            if (scope.isShared() && scope.first().equals(join.name())) {
                type.addType(inputWriter.base(scope));
            }
            type.addType(inputWriter.input(join));
        }
        type.addType(InputsWriter.write(context, join, builder.isPresent()));
    }

    private TypeSpec names() {
        List<String> artifacts =
                context.storedArtifacts().stream().map(ArtifactModel::name).toList();
        return ConstantsWriter.write(
                "Name",
                "artifact",
                artifacts,
                CodeBlock.of("The artifacts of {@link $T}, by name.", context.flowName()),
                context::link,
                context.visible());
    }
}
