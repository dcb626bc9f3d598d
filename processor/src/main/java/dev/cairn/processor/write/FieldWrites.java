package dev.cairn.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.cairn.processor.model.ArtifactModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the switch that sets the fields of artifacts; constants have none of its cases. */
final class FieldWrites {
    private FieldWrites() {}

    static List<MethodSpec> of(Generation generation) {
        List<ArtifactModel> artifacts = generation.flow().artifacts();
        return new CaseMethods("artifact", number -> assignment(artifacts.get(number)), false)
                .write(
                        artifacts.size(),
                        method(generation, "set", artifacts)
                                .addAnnotation(Override.class)
                                .addModifiers(Modifier.PUBLIC),
                        (name, chunk) -> method(generation, name, artifacts.subList(chunk.from(), chunk.to()))
                                .addModifiers(Modifier.PRIVATE, Modifier.STATIC),
                        name -> name + "(flow, artifact, value)");
    }

    private static CodeBlock assignment(ArtifactModel artifact) {
        if (artifact.kind() == ArtifactModel.Kind.CONSTANT) {
            return CodeBlock.of("");
        }
        TypeName type = JavaTypeNames.of(artifact.type());
        return type.equals(ClassName.OBJECT) // a cast to it would be redundant, which is a warning
                ? CodeBlock.of("flow.$L = value", artifact.name())
                : CodeBlock.of("flow.$L = ($T) value", artifact.name(), type);
    }

    private static MethodSpec.Builder method(Generation generation, String name, List<ArtifactModel> artifacts) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addParameter(generation.flowName(), "flow")
                .addParameter(TypeName.INT, "artifact")
                .addParameter(Object.class, "value");
        if (artifacts.size() <= Chunk.SIZE) {
            Suppressions.of(artifacts.stream().flatMap(FieldWrites::warnings).toList())
                    .ifPresent(method::addAnnotation);
        }
        return method;
    }

    private static Stream<String> warnings(ArtifactModel artifact) {
        boolean unchecked =
                artifact.kind() != ArtifactModel.Kind.CONSTANT && JavaTypeNames.isUnchecked(artifact.type());
        return Stream.concat(
                Generation.suppressions(artifact).stream(), unchecked ? Stream.of("unchecked") : Stream.of());
    }
}
