package dev.cairn.processor.write;

import dev.cairn.processor.model.ArtifactModel;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StepModel;
import dev.cairn.processor.model.StepParameter;
import dev.cairn.processor.name.GeneratedNames;
import dev.cairn.processor.write.context.CodecNames;
import dev.cairn.processor.write.source.GeneratedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what a model was read from, and stands in for its codecs, which have tests of their own. */
final class FlowSources {
    private FlowSources() {}

    /** The flow class, with all types spelled out. */
    static GeneratedFile flow(FlowModel flow) {
        StringBuilder text = new StringBuilder(packageLine(flow));
        List<String> names = flow.flowClass().simpleNames();
        for (int i = 0; i < names.size(); i++) {
            text.append(flow.isPublic() ? "public " : "")
                    .append(i > 0 ? "static " : "")
                    .append("class ")
                    .append(names.get(i))
                    .append(" {\n");
        }
        flow.artifacts().forEach(artifact -> text.append(field(artifact)));
        flow.steps().forEach(step -> text.append(method(flow, step)));
        text.append("}\n".repeat(names.size()));
        return new GeneratedFile(ClassRef.of(flow.flowClass().packageName(), names.get(0)), text.toString());
    }

    private static String field(ArtifactModel artifact) {
        String type = text(artifact.type());
        return artifact.kind() == ArtifactModel.Kind.CONSTANT
                ? "final " + type + " " + artifact.name() + " = 1;\n"
                : type + " " + artifact.name() + ";\n";
    }

    private static String method(FlowModel flow, StepModel step) {
        List<String> parameters = new ArrayList<>();
        for (StepParameter parameter : step.parameters()) {
            parameters.add(type(flow, step, parameter) + " parameter" + parameters.size());
        }
        return "void " + step.name() + "(" + String.join(", ", parameters) + ") {}\n";
    }

    private static String type(FlowModel flow, StepModel step, StepParameter parameter) {
        if (parameter instanceof StepParameter.Item item) {
            return text(item.type());
        } else if (parameter instanceof StepParameter.Index index) {
            return text(index.type());
        } else if (parameter instanceof StepParameter.JoinInputs) {
            return new GeneratedNames(flow.flowClass()).inputs(step.name()).canonicalName();
        }
        return "dev.cairn.runtime.TaskContext";
    }

    /** A class with the constants of the codecs. */
    static GeneratedFile codecs(FlowModel flow) {
        CodecNames names = CodecNames.of(flow);
        StringBuilder text = new StringBuilder(packageLine(flow))
                .append("final class ")
                .append(names.codecs().simpleName())
                .append(" {\n");
        for (ArtifactModel artifact : flow.artifacts()) {
            text.append(constant(names.artifact(artifact.name())));
            if (artifact.foreach().isPresent()) {
                text.append(constant(names.item(artifact.name())));
                text.append(constant(names.itemKey(artifact.name())));
                text.append(constant(names.itemValue(artifact.name())));
            }
        }
        return new GeneratedFile(
                new GeneratedNames(flow.flowClass()).codecs(),
                text.append("}\n").toString());
    }

    private static String constant(String name) {
        return "static final dev.cairn.codec.ArtifactCodec<?> " + name + " = null;\n";
    }

    private static String packageLine(FlowModel flow) {
        String name = flow.flowClass().packageName();
        return name.isEmpty() ? "" : "package " + name + ";\n";
    }

    /** A type with whole names. */
    private static String text(JavaType type) {
        if (type instanceof JavaType.Declared declared) {
            String name = declared.name().canonicalName();
            return declared.arguments().isEmpty()
                    ? name
                    : declared.arguments().stream()
                            .map(FlowSources::text)
                            .collect(Collectors.joining(", ", name + "<", ">"));
        } else if (type instanceof JavaType.Array array) {
            return text(array.component()) + "[]";
        } else if (type instanceof JavaType.Wildcard wildcard && wildcard.bound() != null) {
            return "? " + wildcard.keyword() + " " + text(wildcard.bound());
        }
        return type.toString();
    }
}
