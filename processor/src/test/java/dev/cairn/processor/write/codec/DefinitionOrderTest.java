package dev.cairn.processor.write.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.ClassRef;
import dev.cairn.processor.model.JavaType;
import dev.cairn.processor.model.StoredDefinition;
import dev.cairn.processor.model.StoredType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DefinitionOrderTest {
    private final Map<JavaType.Declared, StoredDefinition> definitions = new LinkedHashMap<>();

    @Test
    void partsComeFirst() {
        struct("A", "B", "C");
        struct("B", "C");
        struct("C");

        assertThat(order("A")).containsExactly("C", "B", "A");
    }

    @Test
    void onlyWhatTheRootsAreMadeOf() {
        struct("A", "B");
        struct("B");
        struct("C", "A");

        assertThat(order("A")).containsExactly("B", "A");
    }

    @Test
    void sealedTypesComeAfterTheirSubtypesAlsoInRecursions() {
        struct("Add", "Expression");
        struct("Number");
        sealed("Expression", "Add", "Number");

        assertThat(order("Add")).containsExactly("Number", "Add", "Expression");
        assertThat(order("Expression")).containsExactly("Number", "Add", "Expression");
    }

    @Test
    void recursionsAreKeptTogether() {
        struct("A", "B");
        struct("B", "A", "C");
        struct("C", "D");
        struct("D", "C");
        struct("E", "A");

        assertThat(order("E")).containsExactly("C", "D", "A", "B", "E");
    }

    /** Whatever refers to something: outside of recursions it comes later, and a sealed type always does. */
    @Test
    void ofRandomDefinitions() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int size = 1 + (int) (seed / 25);
            definitions.clear();
            for (int i = 0; i < size; i++) {
                // Subtypes of sealed types are structs, as in the model: the numbers below half.
                boolean sealed = i >= (size + 1) / 2;
                List<String> parts = new ArrayList<>();
                for (int j = random.nextInt(3); j > 0; j--) {
                    parts.add("T" + random.nextInt(sealed ? (size + 1) / 2 : size));
                }
                if (sealed) {
                    sealed("T" + i, parts.toArray(String[]::new));
                } else {
                    struct("T" + i, parts.toArray(String[]::new));
                }
            }
            List<String> order =
                    order(definitions.keySet().stream().map(JavaType::toString).toArray(String[]::new));

            assertThat(order).as("seed %d", seed).doesNotHaveDuplicates().hasSize(size);
            for (StoredDefinition definition : definitions.values()) {
                for (StoredType part : StoredTypes.references(definition)) {
                    boolean free =
                            !reaches(part.type().toString(), definition.type().toString(), new ArrayList<>());
                    if (free || definition instanceof StoredDefinition.Sealed) {
                        assertThat(order.indexOf(part.type().toString()))
                                .as("seed %d: %s of %s", seed, part.type(), definition.type())
                                .isLessThan(order.indexOf(definition.type().toString()));
                    }
                }
            }
        }
    }

    private boolean reaches(String from, String to, List<String> seen) {
        if (from.equals(to)) {
            return true;
        } else if (seen.contains(from)) {
            return false;
        }
        seen.add(from);
        return StoredTypes.references(definitions.get(type(from))).stream()
                .anyMatch(part -> reaches(part.type().toString(), to, seen));
    }

    private List<String> order(String... roots) {
        List<StoredType> named = new ArrayList<>();
        for (String root : roots) {
            named.add(new StoredType.Named(type(root)));
        }
        return DefinitionOrder.of(named, definitions).stream()
                .map(definition -> definition.type().toString())
                .toList();
    }

    private void struct(String name, String... parts) {
        List<StoredDefinition.Field> fields = new ArrayList<>();
        for (String part : parts) {
            String field = "f" + fields.size();
            fields.add(new StoredDefinition.Field(
                    field,
                    type(part),
                    new StoredType.Named(type(part)),
                    new StoredDefinition.Member.Method(field),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
        }
        List<String> constructor =
                fields.stream().map(StoredDefinition.Field::name).toList();
        definitions.put(
                type(name),
                new StoredDefinition.Struct(
                        type(name), fields, StoredDefinition.Constructor.of(constructor), true, List.of(), List.of()));
    }

    private void sealed(String name, String... subtypes) {
        List<StoredType> types = new ArrayList<>();
        for (String subtype : subtypes) {
            types.add(new StoredType.Named(type(subtype)));
        }
        definitions.put(type(name), new StoredDefinition.Sealed(type(name), types, List.of(), List.of()));
    }

    private static JavaType.Declared type(String name) {
        return new JavaType.Declared(ClassRef.of("com.acme", name), List.of());
    }
}
