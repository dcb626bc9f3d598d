package dev.cairn.processor.write.codec;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.FlowModel;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Member;
import dev.cairn.processor.model.StoredDefinition.Struct;
import dev.cairn.processor.model.StoredDefinition.Write;
import dev.cairn.processor.write.source.GeneratedResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes for the <a href="https://www.graalvm.org/latest/reference-manual/native-image/metadata/">native-image</a> tool of GraalVM
 * which fields and constructors are reached by handles: it builds in only what it is told of. Each flow has a directory of its own,
 * for the tool reads them all.
 */
public final class NativeImageFile {
    private static final String DIRECTORY = "META-INF/native-image/dev.cairn.flows/";

    /** The entries of a class, by its binary name. */
    private final Map<String, Entry> entries = new TreeMap<>();

    private static final class Entry {
        private final Set<String> fields = new LinkedHashSet<>();
        private final Set<String> constructors = new LinkedHashSet<>();
    }

    private NativeImageFile() {}

    /** The file of a flow; empty where its codecs need no handles. */
    public static Optional<GeneratedResource> of(FlowModel flow) {
        NativeImageFile file = new NativeImageFile();
        flow.definitions().forEach(definition -> {
            if (definition instanceof Struct struct) {
                file.add(struct);
            }
        });
        String path = DIRECTORY + flow.flowClass().binaryName() + "/reflect-config.json";
        return file.entries.isEmpty() ? Optional.empty() : Optional.of(new GeneratedResource(path, file.text()));
    }

    private void add(Struct struct) {
        struct.fields().stream().flatMap(NativeImageFile::members).forEach(member -> {
            if (member instanceof Member.Hidden hidden) {
                entry(hidden.owner()).fields.add("{\"name\": " + quoted(hidden.name()) + "}");
            }
        });
        struct.constructor()
                .hidden()
                .ifPresent(parameters -> entry(struct.type().name())
                        .constructors
                        .add("{\"name\": \"<init>\", \"parameterTypes\": ["
                                + parameters.stream()
                                        .map(parameter -> quoted(binaryName(parameter)))
                                        .collect(Collectors.joining(", "))
                                + "]}"));
    }

    private static Stream<Member> members(Field field) {
        return Stream.concat(Stream.of(field.read()), field.write().map(Write::member).stream());
    }

    private Entry entry(ClassRef type) {
        return entries.computeIfAbsent(type.binaryName(), name -> new Entry());
    }

    private static String binaryName(JavaType erasure) {
        if (erasure instanceof JavaType.Array array) {
            return binaryName(array.component()) + "[]";
        }
        return erasure instanceof JavaType.Declared declared ? declared.name().binaryName() : erasure.toString();
    }

    private String text() {
        return entries.entrySet().stream()
                .map(entry -> text(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String text(String type, Entry entry) {
        List<String> parts = new ArrayList<>();
        parts.add("\"name\": " + quoted(type));
        if (!entry.fields.isEmpty()) {
            parts.add("\"fields\": [" + String.join(", ", entry.fields) + "]");
        }
        if (!entry.constructors.isEmpty()) {
            parts.add("\"methods\": [" + String.join(", ", entry.constructors) + "]");
        }
        return "  {" + String.join(", ", parts) + "}";
    }

    /** Names have neither quotes nor backslashes, but may have letters of all scripts. */
    private static String quoted(String name) {
        return name.chars()
                .mapToObj(letter -> letter < 0x80 ? String.valueOf((char) letter) : String.format("\\u%04x", letter))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
