package dev.cairn.processor.lock;

import com.google.testing.compile.Compilation;
import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.body.BodyReader;
import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.InitialValue;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.SchemaName;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.read.FlowReader;
import dev.cairn.processor.read.SourcePlaces;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * Flows as the processor reads them, without what it says of them: one version of their code.
 *
 * @param flows the flows, by the names of their classes
 * @param initialValues what classes make of primitive fields that are not stored
 */
record CompiledVersion(Map<String, FlowModel> flows, Map<String, InitialValue> initialValues) {
    static CompiledVersion of(JavaFileObject... sources) {
        ModelReader reader = new ModelReader();
        Compilation compilation = CompiledAgainst.javac()
                .withOptions("-proc:only")
                .withProcessors(reader)
                .compile(sources);
        if (compilation.status() != Compilation.Status.SUCCESS) {
            throw new AssertionError(compilation.diagnostics());
        }
        return reader.version;
    }

    /** What a lock file says of a flow. */
    LockedSchemas schemas(String flow) {
        return FlowSchemas.of(flows.get(flow));
    }

    /** What is found if the locked code is followed by this. */
    Comparison comparedWith(LockedSchemas locked, String flow) {
        return Comparison.ofSchemas(
                locked, List.of(schemas(flow)), name -> false, (type, field) -> initialValues.get(type + "." + field));
    }

    private static final class ModelReader extends AbstractProcessor {
        private final CompiledVersion version = new CompiledVersion(new LinkedHashMap<>(), new HashMap<>());

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            FlowReader reader = new FlowReader(
                    processingEnv.getElementUtils(),
                    processingEnv.getTypeUtils(),
                    field -> false,
                    element -> null,
                    method -> 0,
                    type -> Set.of());
            for (Element flow : round.getElementsAnnotatedWith(dev.cairn.Flow.class)) {
                FlowModel model = reader.read((TypeElement) flow, 0, packageName -> Set.of())
                        .flow();
                version.flows.put(model.flowClass().binaryName(), model);
                model.definitions().forEach(this::addInitialValues);
            }
            return false;
        }

        private void addInitialValues(StoredDefinition definition) {
            SourcePlaces places = new SourcePlaces(processingEnv.getElementUtils(), type -> true, type -> 0);
            if (definition instanceof StoredDefinition.Struct struct) {
                ClassRef type = struct.type().name();
                struct.fields().stream()
                        .filter(field -> field.type() instanceof JavaType.Primitive)
                        .forEach(field -> version.initialValues.put(
                                SchemaName.of(struct.type()) + "." + field.name(),
                                struct.constructor().fields().contains(field.name())
                                        ? InitialValue.NONE
                                        : BodyReader.of(processingEnv)
                                                .initialValue(places.field(type, field.name())
                                                        .orElseThrow())));
            }
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("dev.cairn.Flow");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }
    }
}
