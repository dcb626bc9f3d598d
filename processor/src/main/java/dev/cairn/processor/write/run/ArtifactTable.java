package dev.cairn.processor.write.run;

import com.palantir.javapoet.CodeBlock;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.Literals;
import dev.cairn.processor.write.source.Table;

/** Writes the list of a flow's artifacts. */
final class ArtifactTable {
    private ArtifactTable() {}

    static Table of(WriteContext context) {
        return Table.of(
                "artifacts",
                RuntimeClasses.ARTIFACT_DEFINITION,
                context.flow().artifacts().stream()
                        .map(artifact -> entry(context, artifact))
                        .toList());
    }

    private static Table.Entry entry(WriteContext context, ArtifactModel artifact) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.$L($S, $S, $T.$L)",
                        RuntimeClasses.ARTIFACT_DEFINITION,
                        factory(artifact.kind()),
                        artifact.name(),
                        artifact.type().toString(),
                        context.codecs().codecs(),
                        context.codecs().artifact(artifact.name()));
        if (artifact.initialised() && artifact.kind() == ArtifactModel.Kind.ARTIFACT) {
            code.add(".initialised()");
        }
        if (!artifact.formerNames().isEmpty()) {
            code.add(".formerNames($L)", Literals.strings(artifact.formerNames()));
        }
        artifact.parameter().ifPresent(parameter -> addParameter(code, artifact, parameter));
        return new Table.Entry(code.build(), 50 + 8 * artifact.formerNames().size());
    }

    /** The name of the method that starts the definition. */
    private static String factory(ArtifactModel.Kind kind) {
        return switch (kind) {
            case PARAMETER -> "parameter";
            case CONSTANT -> "constant";
            case ARTIFACT -> "artifact";
        };
    }

    private static void addParameter(
            CodeBlock.Builder code, ArtifactModel artifact, ArtifactModel.ParameterModel parameter) {
        if (!parameter.option().equals(artifact.name())) {
            code.add(".option($S)", parameter.option());
        }
        if (!parameter.help().isEmpty()) {
            code.add("\n$>$>.help($L)$<$<", Literals.text(parameter.help()));
        }
        if (parameter.required()) {
            code.add(".mandatory()");
        }
        if (parameter.secret()) {
            code.add(".confidential()");
        }
    }
}
