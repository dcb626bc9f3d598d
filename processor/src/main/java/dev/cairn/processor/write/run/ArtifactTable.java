package dev.cairn.processor.write.run;

import com.palantir.javapoet.CodeBlock;
import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.write.context.CodecNames;
import dev.cairn.processor.write.context.RuntimeClasses;
import dev.cairn.processor.write.context.WriteContext;
import dev.cairn.processor.write.source.Literals;
import dev.cairn.processor.write.source.Table;
import java.util.List;

/** Writes the list of a flow's artifacts. */
final class ArtifactTable {
    private ArtifactTable() {}

    static Table of(WriteContext generation) {
        return Table.of(
                "artifacts",
                RuntimeClasses.ARTIFACT_DEFINITION,
                generation.flow().artifacts().stream()
                        .map(artifact -> entry(generation, artifact))
                        .toList());
    }

    private static Table.Entry entry(WriteContext generation, ArtifactModel artifact) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(Table.call(
                        CodeBlock.of("$T.$L", RuntimeClasses.ARTIFACT_DEFINITION, factory(artifact.kind())),
                        List.of(
                                CodeBlock.of("$S", artifact.name()),
                                CodeBlock.of("$S", artifact.type().toString()),
                                codec(generation.codecs(), artifact))));
        if (artifact.initialised() && artifact.kind() == ArtifactModel.Kind.ARTIFACT) {
            code.add(".initialised()");
        }
        if (!artifact.formerNames().isEmpty()) {
            code.add(".formerNames($L)", Literals.strings(artifact.formerNames()));
        }
        artifact.parameter().ifPresent(parameter -> addParameter(code, artifact, parameter));
        return new Table.Entry(code.build(), 50 + 8 * artifact.formerNames().size());
    }

    private static CodeBlock codec(CodecNames codecs, ArtifactModel artifact) {
        return CodeBlock.of("$T.$L", codecs.codecs(), codecs.artifact(artifact.name()));
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
    }
}
