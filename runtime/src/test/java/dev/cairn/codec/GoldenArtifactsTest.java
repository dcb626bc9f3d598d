package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cairn.codec.GoldenCases.Golden;
import dev.cairn.codec.collection.CollectionKind;
import dev.cairn.codec.internal.Decoding;
import dev.cairn.codec.schema.Definition;
import dev.cairn.codec.schema.Schema;
import dev.cairn.codec.schema.SchemaKeywords;
import dev.cairn.codec.schema.SchemaType;
import dev.cairn.codec.union.AnyTags;
import dev.cairn.codec.value.PrimitiveArrays;
import dev.cairn.codec.value.Scalars;
import dev.cairn.codec.value.ValueCodecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Artifacts of version 1, each with its schema, as they were first written. Every later Cairn reads them, typed and as a tree, and
 * writes the same bytes for the same value. What they are as JSON, a test of the module {@code view} holds.
 *
 * <p>{@code -Dgolden.add=true} writes the files of cases that have none; nothing writes those that are there.
 */
class GoldenArtifactsTest {
    private static final Path FILES = Path.of("src/test/resources/dev/cairn/codec/golden/v1");

    static List<Golden<?>> cases() {
        return GoldenArtifacts.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void anArtifactStaysReadableAndIsWrittenAgainAsItWas(Golden<T> golden) throws IOException {
        Encoded encoded = ArtifactFormat.encode(golden.codec(), golden.value());
        byte[] artifact = committed(golden, "artifact", encoded.bytes());
        byte[] schema = committed(golden, "schema", encoded.schema().bytes());

        T decoded = ArtifactFormat.decode(golden.codec(), artifact, hash -> schema);
        assertThat(isSame(decoded, golden.value())).as("%s", decoded).isTrue();
        assertThat(encoded.schema().bytes())
                .as("the schema of a golden case is frozen: " + golden)
                .isEqualTo(schema);
        assertThat(encoded.bytes())
                .as("the bytes of a golden case are frozen: " + golden)
                .isEqualTo(artifact);
        assertThat(ArtifactFormat.encode(golden.codec(), decoded).bytes()).isEqualTo(artifact);
    }

    /** As where something of the type has changed, though not what its parts are. */
    @ParameterizedTest
    @MethodSource("cases")
    <T> void anArtifactIsReadByAPlanToo(Golden<T> golden) throws IOException {
        byte[] artifact = file(golden, "artifact");
        Schema schema = Schema.parse(file(golden, "schema"));
        byte[] payload = Arrays.copyOfRange(artifact, Header.SIZE, artifact.length);
        Planner planner = new Planner(schema);
        ValueReader reader = golden.codec().plan(planner, schema.root());

        Object decoded = Decoding.whole(reader, new Input(payload));
        assertThat(isSame(decoded, golden.value())).as("%s", decoded).isTrue();
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return list.size() == others.size()
                    && IntStream.range(0, list.size()).allMatch(i -> isSame(list.get(i), others.get(i)));
        }
        if (one instanceof Random && other instanceof Random) {
            return ValueCodecs.shown(one).equals(ValueCodecs.shown(other));
        }
        return Objects.deepEquals(one, other);
    }

    private static byte[] committed(Golden<?> golden, String extension, byte[] bytes) throws IOException {
        Path path = FILES.resolve(golden.name() + "." + extension);
        if (Files.exists(path)) {
            return Files.readAllBytes(path);
        } else if (Boolean.getBoolean("golden.add")) {
            Files.createDirectories(FILES);
            Files.write(path, bytes);
            return bytes;
        }
        return fail("there is no " + path + "; -Dgolden.add=true writes it");
    }

    private static byte[] file(Golden<?> golden, String extension) throws IOException {
        return Files.readAllBytes(FILES.resolve(golden.name() + "." + extension));
    }

    @Test
    void noFileIsWithoutItsCase() throws IOException {
        Set<String> expected = cases().stream()
                .flatMap(golden -> Stream.of("artifact", "schema").map(end -> golden.name() + "." + end))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(FILES)) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".artifact") || name.endsWith(".schema"))
                    .forEach(found::add);
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void everyKeywordHasACase() {
        Set<String> expected = new TreeSet<>();
        for (String primitive : SchemaKeywords.PRIMITIVES) {
            expected.addAll(List.of(primitive, primitive + "?", "array<" + primitive + ">"));
        }
        expected.addAll(SchemaKeywords.VALUES);
        expected.addAll(SchemaKeywords.COLLECTIONS);
        expected.addAll(SchemaKeywords.MAPS);
        expected.addAll(List.of("array", "optional", "entry", "any"));

        Set<String> found = new TreeSet<>();
        for (Golden<?> golden : cases()) {
            types(golden.codec().schema()).forEach(type -> {
                found.add(type instanceof SchemaType.Parametric parametric ? parametric.name() : type.toString());
                found.add(type.toString());
            });
        }
        assertThat(found).containsAll(expected);
    }

    private static List<SchemaType> types(Schema schema) {
        List<SchemaType> types = new ArrayList<>();
        addParts(schema.root(), types);
        for (Definition definition : schema.definitions()) {
            if (definition instanceof Definition.Struct struct) {
                struct.fields().forEach(field -> addParts(field.type(), types));
            }
        }
        return types;
    }

    private static void addParts(SchemaType type, List<SchemaType> types) {
        types.add(type);
        if (type instanceof SchemaType.Parametric parametric) {
            parametric.arguments().forEach(argument -> addParts(argument, types));
        }
    }

    @Test
    void everyKindOfDefinitionHasACase() {
        Set<String> kinds = cases().stream()
                .flatMap(golden -> golden.codec().schema().definitions().stream())
                .map(definition -> definition.toString().split(" ")[0])
                .collect(Collectors.toSet());

        assertThat(kinds)
                .containsExactlyInAnyOrder("struct", "enum", "sealed", "custom", "opaque-kryo", "opaque-java")
                .hasSize(Definition.class.getPermittedSubclasses().length + 1);
    }

    @Test
    void everyCodecIdHasACase() throws IOException {
        Set<Integer> ids = new HashSet<>();
        for (Golden<?> golden : cases()) {
            ids.add((int) file(golden, "artifact")[3]);
        }
        assertThat(ids).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void everyClassOfCodecHasACase() {
        Set<Class<?>> classes = new HashSet<>();
        Set<ArtifactCodec<?>> seen = new HashSet<>();
        cases().forEach(golden -> collect(golden.codec(), seen, classes));

        List<String> missing = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.cairn.codec")
                        .stream()
                        .filter(type -> type.isAssignableTo(ArtifactCodec.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(type -> (Class<?>) type.reflect())
                        .filter(type -> !classes.contains(type))
                        .filter(type -> type != ConvertedCodec.class) // has the format of what it converts to
                        .map(Class::getName)
                        .toList();
        assertThat(missing).isEmpty();
    }

    private static void collect(ArtifactCodec<?> codec, Set<ArtifactCodec<?>> seen, Set<Class<?>> classes) {
        classes.add(codec.getClass());
        if (seen.add(codec)) {
            codec.parts().forEach(part -> collect(part, seen, classes));
        }
    }

    /** The numbers of types in an {@code Object} are those of a list, which may only grow. */
    @Test
    void everyTypeThatAnObjectMayBeHasACase() {
        List<ArtifactCodec<?>> leaves = new ArrayList<>();
        leaves.add(Scalars.STRING);
        leaves.addAll(Scalars.PRIMITIVES);
        leaves.addAll(PrimitiveArrays.ALL);
        leaves.addAll(Scalars.VALUES);
        int first = AnyTags.NAMED + 1;

        List<Object> values = new ArrayList<>(GoldenLeaves.oneOfEach());
        values.addAll(GoldenLeaves.oneOfEachAdded());
        assertThat(values).hasSameSizeAs(leaves);
        for (int i = 0; i < leaves.size(); i++) {
            assertThat(AnyTags.leaf(first + i)).isSameAs(leaves.get(i));
            byte[] bytes = ArtifactFormat.encode(Codecs.any(), values.get(i)).bytes();
            assertThat((int) bytes[Header.SIZE]).isEqualTo(first + i);
        }
    }

    /** The numbers of kinds in open collections and maps. */
    @Test
    void theKindsOfCollectionsHaveTheirNumbers() {
        assertThat(CollectionKind.values())
                .containsExactly(
                        CollectionKind.ABSENT,
                        CollectionKind.LIST,
                        CollectionKind.UNORDERED,
                        CollectionKind.INSERTION_ORDERED,
                        CollectionKind.SORTED,
                        CollectionKind.ENUM);
    }
}
