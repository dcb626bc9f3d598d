package dev.cairn.codec;

import static dev.cairn.codec.Versioned.Row;
import static dev.cairn.codec.Versioned.named;
import static dev.cairn.codec.Versioned.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.codec.Samples.Circle;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Settings;
import dev.cairn.codec.Samples.Shape;
import dev.cairn.codec.Samples.Square;
import dev.cairn.codec.schema.SchemaSource;
import dev.cairn.codec.union.SealedCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What was stored when a class looked otherwise. The first tests are the cases in which stock Kryo reads garbage without an
 * exception: class {@code {int a = 1000; String b = "bob"; double c = 3.5}}, and a marker after it that shows a lost stream.
 */
final class EvolutionTest {
    private static final Versioned FIRST =
            Versioned.of(with("a", Codecs.INT), with("b", Codecs.STRING), with("c", Codecs.DOUBLE));
    private static final Row STORED = Row.of("a", 1000, "b", "bob", "c", 3.5);

    private final Schemas schemas = new Schemas();

    /** Reads {@link #STORED}, with a marker after it, as today's class. */
    private Row read(Versioned today) {
        return read(FIRST, STORED, today);
    }

    private Row read(Versioned then, Row value, Versioned today) {
        byte[] artifact = schemas.encode(Codecs.entry(then, Codecs.STRING), Map.entry(value, "TAIL"));
        Map.Entry<Row, String> read = schemas.decode(Codecs.entry(today, Codecs.STRING), artifact);
        assertThat(read).isNotNull();
        assertThat(read.getValue()).isEqualTo("TAIL");
        return read.getKey();
    }

    @Test
    void unchanged() {
        assertThat(read(FIRST)).isEqualTo(STORED);
    }

    @Test
    void aRemovedFieldIsSkipped() {
        assertThat(read(Versioned.of(with("a", Codecs.INT), with("c", Codecs.DOUBLE))))
                .isEqualTo(Row.of("a", 1000, "c", 3.5));
    }

    @Test
    void theOrderOfFieldsIsFree() {
        assertThat(read(Versioned.of(with("c", Codecs.DOUBLE), with("a", Codecs.INT), with("b", Codecs.STRING))))
                .isEqualTo(STORED);
    }

    @Test
    void aRenamedFieldIsFoundByItsFormerName() {
        Versioned today = Versioned.of(
                with("a", Codecs.INT), with("z", Codecs.STRING).formerNames("y", "b"), with("c", Codecs.DOUBLE));
        assertThat(read(today)).isEqualTo(Row.of("a", 1000, "z", "bob", "c", 3.5));
    }

    @Test
    void integersWiden() {
        Versioned then = Versioned.of(with("a", Codecs.BYTE), with("b", Codecs.SHORT), with("c", Codecs.INT));
        Row value = Row.of("a", (byte) -1, "b", (short) -2, "c", -3);
        assertThat(read(
                        then,
                        value,
                        Versioned.of(with("a", Codecs.SHORT), with("b", Codecs.INT), with("c", Codecs.LONG))))
                .isEqualTo(Row.of("a", (short) -1, "b", -2, "c", -3L));
        assertThat(read(
                        then,
                        value,
                        Versioned.of(with("a", Codecs.LONG), with("b", Codecs.DOUBLE), with("c", Codecs.DOUBLE))))
                .isEqualTo(Row.of("a", -1L, "b", -2.0, "c", -3.0));
        assertThat(read(then, value, Versioned.of(with("a", Codecs.BOXED_INT), with("b", Codecs.BOXED_SHORT))))
                .isEqualTo(Row.of("a", -1, "b", (short) -2));
    }

    @Test
    void floatsWidenAndBoxesUnbox() {
        Versioned then =
                Versioned.of(with("a", Codecs.FLOAT), with("b", Codecs.BOXED_INT), with("c", Codecs.BOXED_FLOAT));
        Versioned today = Versioned.of(with("a", Codecs.DOUBLE), with("b", Codecs.INT), with("c", Codecs.BOXED_DOUBLE));
        assertThat(read(then, Row.of("a", 1.5f, "b", 7, "c", null), today))
                .isEqualTo(Row.of("a", 1.5, "b", 7, "c", null));
    }

    @Test
    void whatBecameOptionalIsThereUnlessItWasNull() {
        Versioned then = Versioned.of(
                with("a", Codecs.STRING),
                with("b", Codecs.STRING),
                with("c", Codecs.INT),
                with("d", Codecs.list(Codecs.STRING)),
                with("e", Codecs.optional(Codecs.INT)));
        Versioned today = Versioned.of(
                with("a", Codecs.optional(Codecs.STRING)),
                with("b", Codecs.optional(Codecs.STRING)),
                with("c", Codecs.optional(Codecs.BOXED_LONG)),
                with("d", Codecs.list(Codecs.optional(Codecs.STRING))),
                with("e", Codecs.optional(Codecs.optional(Codecs.INT))));
        assertThat(read(
                        then,
                        Row.of("a", "x", "b", null, "c", 7, "d", Arrays.asList("y", null), "e", Optional.of(3)),
                        today))
                .isEqualTo(Row.of(
                        "a",
                        Optional.of("x"),
                        "b",
                        Optional.empty(),
                        "c",
                        Optional.of(7L),
                        "d",
                        List.of(Optional.of("y"), Optional.empty()),
                        "e",
                        Optional.of(Optional.of(3))));
    }

    @Test
    void nullIsNeverReadAsZero() {
        Versioned then = Versioned.of(with("a", Codecs.BOXED_INT));
        assertThatThrownBy(() -> read(then, Row.of("a", null), Versioned.of(with("a", Codecs.INT))))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("Row.a: stored as null, which cannot be read as int");
    }

    @Test
    void everyOtherChangeOfTypeIsAnException() {
        assertRefused(Codecs.STRING, Codecs.BOXED_INT, "String", "Integer");
        assertRefused(Codecs.LONG, Codecs.INT, "long", "int");
        assertRefused(Codecs.INT, Codecs.FLOAT, "int", "float");
        assertRefused(Codecs.LONG, Codecs.DOUBLE, "long", "double");
        assertRefused(Codecs.DOUBLE, Codecs.FLOAT, "double", "float");
        assertRefused(Codecs.CHAR, Codecs.INT, "char", "int");
        assertRefused(Codecs.BOOLEAN, Codecs.INT, "boolean", "int");
        assertRefused(Codecs.INT, Codecs.STRING, "int", "String");
        assertRefused(Codecs.INSTANT, Codecs.LONG, "Instant", "long");
        assertRefused(Codecs.INT, Codecs.optional(Codecs.STRING), "int", "String");
        assertRefused(Codecs.optional(Codecs.STRING), Codecs.STRING, "Optional<String>", "String");
        assertRefused(Codecs.list(Codecs.INT), Codecs.set(Codecs.INT), "List<Integer>", "Set<Integer>");
        assertRefused(Codecs.list(Codecs.INT), Codecs.INT_ARRAY, "List<Integer>", "int[]");
        assertRefused(Codecs.INT_ARRAY, Codecs.array(Integer.class, Codecs.BOXED_INT), "int[]", "Integer[]");
        assertRefused(Codecs.list(Codecs.STRING), Codecs.list(Codecs.BOXED_INT), "String", "Integer");
        assertRefused(Codecs.map(Codecs.STRING, Codecs.INT), Codecs.map(Codecs.INT, Codecs.INT), "String", "int");
        assertRefused(Codecs.any(), Codecs.STRING, "Object", "String");
        assertRefused(Samples.CONFIG, Codecs.STRING, "com.acme.Config", "String");
        assertRefused(
                Codecs.enumMap(Samples.OPTIMIZER, Codecs.BYTE),
                Codecs.list(Codecs.BYTE),
                "EnumMap<dev.cairn.codec.Samples$Optimizer, Byte>",
                "List<Byte>");
        assertRefused(
                Codecs.entry(Codecs.FLOAT, Codecs.LOCAL_DATE),
                Codecs.BIG_DECIMAL,
                "Map.Entry<Float, LocalDate>",
                "BigDecimal");
        assertRefused(
                named("com.acme.Cell<f64,list<i32>>", List.of()),
                Codecs.STRING,
                "com.acme.Cell<Double, List<Integer>>",
                "String");
        assertRefused(named("com.acme.Cell<?>", List.of()), Codecs.STRING, "com.acme.Cell<?>", "String");
    }

    private void assertRefused(ArtifactCodec<?> then, ArtifactCodec<?> today, String stored, String now) {
        byte[] artifact = schemas.encode(
                Codecs.list(Versioned.of(with("a", Codecs.optional(Codecs.INT)), with("x", then))), List.of());
        assertThatThrownBy(() -> schemas.decode(Codecs.list(Versioned.of(with("x", today))), artifact))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("Row.x: stored as " + stored + ", which cannot be read as " + now);
    }

    @Test
    void theArtifactCanBeNamed() {
        byte[] artifact = schemas.encode(Codecs.STRING, "x");
        assertThatThrownBy(() -> {
                    try {
                        schemas.decode(Codecs.INT, artifact);
                    } catch (CodecException e) {
                        throw e.in("accuracy");
                    }
                })
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("accuracy: stored as String, which cannot be read as int");
    }

    @Test
    void aPlainClassTakesItsOwnDefaultForWhatIsMissing() {
        Versioned then = named("com.acme.Settings", List.of(), with("host", Codecs.STRING));
        byte[] artifact = schemas.encode(then, Row.of("host", "example.org"));
        Settings read = schemas.decode(Samples.SETTINGS, artifact);
        assertThat(read).isNotNull();
        assertThat(read.retries).isEqualTo(3);
        assertThat(read.host).isEqualTo("example.org");
    }

    @Test
    void everyKindOfFieldCanBeSkipped() {
        Versioned then = Versioned.of(
                with("a", Codecs.list(Codecs.map(Codecs.STRING, Codecs.DOUBLE_ARRAY))),
                with("b", Codecs.any(Samples.SHAPE)),
                with("c", Samples.SHAPE),
                with("d", Codecs.optional(Samples.OPTIMIZER)),
                with("e", Codecs.custom(new CustomCodecTest.LinesCodec())),
                with("f", Samples.NODE),
                with("g", Codecs.set(Codecs.BIG_INTEGER)),
                with("h", Codecs.array(String.class, Codecs.STRING)),
                with("kept", Codecs.STRING));
        Row value = Row.of(
                "a",
                List.of(Map.of("x", new double[] {1, 2})),
                "b",
                List.of(1, new Circle(1), Map.of("k", 'c')),
                "c",
                new Square(2),
                "d",
                Optional.of(Samples.Optimizer.ADAM),
                "e",
                new CustomCodecTest.Lines(List.of("l".repeat(10_000))),
                "f",
                new Samples.Node(1, Samples.Node.leaf(2), null, List.of()),
                "g",
                Set.of(BigInteger.TEN),
                "h",
                new String[] {"a", null},
                "kept",
                "here");
        assertThat(read(then, value, Versioned.of(with("kept", Codecs.STRING)))).isEqualTo(Row.of("kept", "here"));
    }

    @Test
    void aRenamedTypeIsFoundByItsFormerName() {
        Versioned then = named("com.acme.Old", List.of(), with("a", Codecs.INT));
        Versioned today = named("com.acme.New", List.of("com.acme.Older", "com.acme.Old"), with("a", Codecs.INT));
        assertThat(read(then, Row.of("a", 1), today)).isEqualTo(Row.of("a", 1));
        Versioned stranger = named("com.acme.New", List.of(), with("a", Codecs.INT));
        assertThatThrownBy(() -> read(then, Row.of("a", 1), stranger))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("stored as com.acme.Old, which cannot be read as com.acme.New; "
                        + "if it was renamed, name the old name in @FormerNames");
    }

    @Test
    void aGenericTypeIsTheSameWithOtherArguments() {
        Versioned then = named("com.acme.Cell<i32?>", List.of(), with("value", Codecs.BOXED_INT));
        Versioned today = named("com.acme.Cell<i64?>", List.of(), with("value", Codecs.BOXED_LONG));
        assertThat(read(then, Row.of("value", 1), today)).isEqualTo(Row.of("value", 1L));
    }

    @Test
    void aChangeDeepInsideARecursiveTypeIsPlannedOnce() {
        AtomicInteger asked = new AtomicInteger();
        Versioned[] then = new Versioned[1];
        then[0] = named(
                "com.acme.Node", List.of(), with("value", Codecs.SHORT), with("left", Codecs.lazy(() -> then[0])));
        Row leaf = Row.of("value", (short) 2, "left", null);
        byte[] artifact = schemas.encode(then[0], Row.of("value", (short) 1, "left", leaf));
        SchemaSource counting = hash -> {
            asked.incrementAndGet();
            return schemas.read(hash);
        };
        for (int i = 0; i < 3; i++) {
            assertThat(ArtifactFormat.decode(Samples.NODE, artifact, counting))
                    .isEqualTo(new Samples.Node(1, new Samples.Node(2, null, null, null), null, null));
        }
        assertThat(asked.get()).isLessThanOrEqualTo(1);
    }

    private static Versioned recursive(ArtifactCodec<?> value) {
        Versioned[] node = new Versioned[1];
        node[0] = named(
                "com.acme.Node",
                List.of(),
                with("value", value),
                with("left", Codecs.lazy(() -> node[0])),
                with("others", Codecs.list(Codecs.lazy(() -> node[0]))));
        return node[0];
    }

    @Test
    void aChangedTypeThatHoldsItselfIsReadAtEachDepth() {
        Row leaf = Row.of("value", 1, "left", null, "others", null);
        Row value = Row.of("value", 2, "left", leaf, "others", Collections.nCopies(600, leaf));
        Row read = read(recursive(Codecs.INT), value, recursive(Codecs.LONG));
        Row leafNow = Row.of("value", 1L, "left", null, "others", null);
        assertThat(read).isEqualTo(Row.of("value", 2L, "left", leafNow, "others", Collections.nCopies(600, leafNow)));
    }

    /** No writer writes so many. */
    @Test
    void moreLevelsThanAreWrittenAreNotRead() {
        Versioned then = recursive(Codecs.INT);
        byte[] header = schemas.encode(then, null);
        for (int levels : new int[] {500, 501}) {
            byte[] artifact = Arrays.copyOf(header, Header.SIZE + 2 * levels + 1 + levels);
            for (int i = 0; i < levels; i++) {
                artifact[Header.SIZE + 2 * i] = 1; // it is there, and its value is 0
            }
            for (Versioned now : List.of(then, recursive(Codecs.LONG))) {
                if (levels == 500) {
                    assertThat(schemas.decode(now, artifact)).isNotNull();
                } else {
                    assertThatThrownBy(() -> schemas.decode(now, artifact))
                            .isInstanceOf(MalformedArtifactException.class)
                            .hasMessageEndingWith("nested more than 500 levels deep");
                }
            }
        }
    }

    private static Versioned nested(int levels, ArtifactCodec<?> value) {
        Versioned type = named("com.acme.T0", List.of(), with("value", value));
        for (int i = 1; i < levels; i++) {
            type = named("com.acme.T" + i, List.of(), with("inner", type));
        }
        return type;
    }

    @Test
    void typesThatChangedMayBeNestedTwoHundredDeep() {
        assertThat(schemas.decode(nested(200, Codecs.LONG), schemas.encode(nested(200, Codecs.INT), null)))
                .isNull();
        byte[] deeper = schemas.encode(nested(201, Codecs.INT), null);
        assertThatThrownBy(() -> schemas.decode(nested(201, Codecs.LONG), deeper))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessageEndingWith(": the schema has types nested more than 200 levels deep");
    }

    private static Versioned sideBySide(ArtifactCodec<?> value) {
        return Versioned.of(IntStream.range(0, 300)
                .mapToObj(i -> with("f" + i, named("com.acme.T" + i, List.of(), with("value", value))))
                .toArray(StructField[]::new));
    }

    @Test
    void anyNumberOfTypesMayHaveChanged() {
        byte[] artifact = schemas.encode(sideBySide(Codecs.INT), null);
        assertThat(schemas.decode(sideBySide(Codecs.LONG), artifact)).isNull();
    }

    enum Before {
        B,
        C,
        GONE
    }

    enum After {
        X,
        C,
        BEE
    }

    @Test
    void constantsAreFoundByNameAndFormerName() {
        EnumCodec<After> today = Codecs.enumeration(After.class, After.values())
                .formerNames(After.BEE, "B")
                .formerTypeNames(Before.class.getName());
        ArtifactCodec<List<Before>> then = Codecs.list(Codecs.enumeration(Before.class, Before.values()));
        byte[] artifact = schemas.encode(then, Arrays.asList(Before.B, Before.C, null));
        assertThat(schemas.decode(Codecs.list(today), artifact)).containsExactly(After.BEE, After.C, null);
        byte[] gone = schemas.encode(then, List.of(Before.C, Before.GONE));
        assertThatThrownBy(() -> schemas.decode(Codecs.list(today), gone))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("[1]: stored as the constant `GONE`, which enum EvolutionTest.After no longer has; "
                        + "if it was renamed, name the old name in @FormerNames");
    }

    @Test
    void formerNamesOfTheEnumAndOfItsConstantsInAnyOrder() {
        EnumCodec<After> today = Codecs.enumeration(After.class, After.values())
                .formerTypeNames(Before.class.getName())
                .formerNames(After.BEE, "B");
        byte[] artifact = schemas.encode(Codecs.enumeration(Before.class, Before.values()), Before.B);
        assertThat(schemas.decode(today, artifact)).isEqualTo(After.BEE);
        assertThat(today.formerTypeNames()).containsExactly(Before.class.getName());
    }

    @Test
    void kindsOfSetsAndMapsMayChange() {
        byte[] set = schemas.encode(Codecs.hashSet(Codecs.STRING), new HashSet<>(Set.of("b", "a")));
        assertThat(schemas.decode(Codecs.treeSet(Codecs.STRING), set)).containsExactly("a", "b");
        assertThat(schemas.decode(Codecs.set(Codecs.STRING), set)).isExactlyInstanceOf(HashSet.class);
        assertThat(schemas.decode(Codecs.collection(Codecs.STRING), set)).isExactlyInstanceOf(HashSet.class);
        byte[] map = schemas.encode(Codecs.map(Codecs.STRING, Codecs.INT), Map.of("a", 1));
        assertThat(schemas.decode(Codecs.treeMap(Codecs.STRING, Codecs.LONG), map))
                .containsEntry("a", 1L);
        byte[] list = schemas.encode(Codecs.list(Codecs.STRING), List.of("a"));
        assertThat(schemas.decode(Codecs.collection(Codecs.STRING), list)).isEqualTo(List.of("a"));
    }

    @Test
    void aCollectionIsAListIfItsValueIsOne() {
        byte[] list = schemas.encode(Codecs.collection(Codecs.STRING), List.of("a"));
        byte[] set = schemas.encode(Codecs.collection(Codecs.STRING), Set.of("a"));
        assertThat(schemas.decode(Codecs.list(Codecs.STRING), list)).containsExactly("a");
        assertThatThrownBy(() -> schemas.decode(Codecs.list(Codecs.STRING), set))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("stored as a set, which cannot be read as a List");
    }

    @Test
    void arraysOfNumbersWiden() {
        assertThat(schemas.decode(Codecs.LONG_ARRAY, schemas.encode(Codecs.INT_ARRAY, new int[] {1, -2})))
                .containsExactly(1, -2);
        assertThat(schemas.decode(Codecs.DOUBLE_ARRAY, schemas.encode(Codecs.FLOAT_ARRAY, new float[] {1.5f})))
                .containsExactly(1.5);
        assertThatThrownBy(() -> schemas.decode(Codecs.INT_ARRAY, schemas.encode(Codecs.LONG_ARRAY, new long[1])))
                .hasMessage("stored as long[], which cannot be read as int[]");
    }

    @Test
    void keysAndElementsThatBecomeEqualAreAnException() {
        EnumCodec<After> today = Codecs.enumeration(After.class, After.values())
                .formerNames(After.C, "B")
                .formerTypeNames(Before.class.getName());
        ArtifactCodec<Before> then = Codecs.enumeration(Before.class, Before.values());
        byte[] map = schemas.encode(Codecs.map(then, Codecs.INT), new EnumMap<>(Map.of(Before.B, 1, Before.C, 2)));
        assertSmaller(Codecs.map(today, Codecs.INT), map, "C: is equal to a key before it, so that the map");
        assertSmaller(Codecs.treeMap(today, Codecs.INT), map, "C: is equal to a key before it, so that the map");
        byte[] set = schemas.encode(Codecs.set(then), EnumSet.of(Before.B, Before.C));
        assertSmaller(Codecs.set(today), set, "[1]: is equal to an element before it, so that the set");
        assertSmaller(Codecs.treeSet(today), set, "[1]: is equal to an element before it, so that the set");
        assertSmaller(Codecs.enumSet(today), set, "[1]: is equal to an element before it, so that the set");
        assertSmaller(Codecs.hashSet(today), set, "[1]: is equal to an element before it, so that the set");
        assertSmaller(
                Codecs.any(today),
                schemas.encode(Codecs.any(then), new LinkedHashSet<>(List.of(Before.B, Before.C))),
                "[1]: is equal to an element before it, so that the set");
        assertThat(schemas.decode(Codecs.list(today), schemas.encode(Codecs.list(then), List.of(Before.B, Before.C))))
                .containsExactly(After.C, After.C);
    }

    @Test
    void elementsThatADroppedFieldOrAnOrderMakesEqualAreAnException() {
        Versioned then = Versioned.of(with("a", Codecs.INT), with("b", Codecs.STRING));
        byte[] rows = schemas.encode(Codecs.set(then), Set.of(Row.of("a", 1, "b", "x"), Row.of("a", 1, "b", "y")));
        assertSmaller(
                Codecs.set(Versioned.of(with("a", Codecs.INT))),
                rows,
                "[1]: is equal to an element before it, so that the set");
        byte[] numbers = schemas.encode(
                Codecs.hashSet(Codecs.BIG_DECIMAL),
                new HashSet<>(List.of(new BigDecimal("1.0"), new BigDecimal("1.00"))));
        assertThat(schemas.decode(Codecs.hashSet(Codecs.BIG_DECIMAL), numbers)).hasSize(2);
        assertSmaller(
                Codecs.treeSet(Codecs.BIG_DECIMAL), numbers, "[1]: is equal to an element before it, so that the set");
    }

    private void assertSmaller(ArtifactCodec<?> today, byte[] artifact, String message) {
        assertThatThrownBy(() -> schemas.decode(today, artifact))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage(
                        message + " would become smaller; was a field dropped, were constants merged, or has its equals"
                                + " changed?");
    }

    @SuppressWarnings("unchecked")
    private static NamedCodec<? extends Shape> permitted(String name) {
        return (NamedCodec<? extends Shape>) ((SealedCodec<Shape>) Samples.SHAPE).subtype(name);
    }

    @Test
    void subtypesMayBeAddedAndMoved() {
        NamedCodec<Shape> then = Codecs.sealed(Shape.class, permitted("com.acme.Square"), permitted("com.acme.Circle"));
        byte[] artifact = schemas.encode(Codecs.list(then), List.of(new Circle(1), new Square(2)));
        assertThat(schemas.decode(Codecs.list(Samples.SHAPE), artifact)).containsExactly(new Circle(1), new Square(2));
    }

    @Test
    void aRemovedSubtypeIsAnExceptionOnlyWhereItOccurs() {
        NamedCodec<Shape> today = Codecs.sealed(Shape.class, permitted("com.acme.Circle"));
        byte[] fine = schemas.encode(Codecs.list(Samples.SHAPE), List.of(new Circle(1)));
        assertThat(schemas.decode(Codecs.list(today), fine)).containsExactly(new Circle(1));
        byte[] gone = schemas.encode(Codecs.list(Samples.SHAPE), List.of(new Circle(1), new Square(1)));
        assertThatThrownBy(() -> schemas.decode(Codecs.list(today), gone))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("[1]: stored as com.acme.Square, which is no longer a subtype of Samples.Shape; "
                        + "if it was renamed, name the old name in @FormerNames");
    }

    @Test
    void aSubtypeBecomesTheSealedType() {
        byte[] artifact = schemas.encode(Codecs.list(permitted("com.acme.Circle")), Arrays.asList(null, null));
        assertThat(schemas.decode(Codecs.list(Samples.SHAPE), artifact)).containsExactly(null, null);
        Versioned then = named("com.acme.Circle", List.of(), with("radius", Codecs.FLOAT));
        byte[] circle = schemas.encode(then, Row.of("radius", 2f));
        assertThat(schemas.decode(Samples.SHAPE, circle)).isEqualTo(new Circle(2));
    }

    @Test
    void anIntermediateSealedTypeMayComeAndGo() {
        NamedCodec<Shape> round =
                new SealedCodec<>(Shape.class, "com.acme.Round", List.of(), List.of(permitted("com.acme.Circle")));
        NamedCodec<Shape> nested = Codecs.sealed(Shape.class, permitted("com.acme.Square"), round);
        List<Shape> value = List.of(new Square(1), new Circle(2));
        assertThat(schemas.decode(Codecs.list(Samples.SHAPE), schemas.encode(Codecs.list(nested), value)))
                .isEqualTo(value);
        assertThat(schemas.decode(Codecs.list(nested), schemas.encode(Codecs.list(Samples.SHAPE), value)))
                .isEqualTo(value);
    }

    @Test
    void aTypeOfAnotherSortIsAnException() {
        Versioned then = named(Samples.Optimizer.class.getName(), List.of(), with("name", Codecs.STRING));
        byte[] artifact = schemas.encode(then, Row.of("name", "SGD"));
        assertThatThrownBy(() -> schemas.decode(Samples.OPTIMIZER, artifact))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage(
                        "stored as the record or class dev.cairn.codec.Samples$Optimizer(String name), which is an enum now");
    }

    @Test
    void anythingStorableBecomesAnObject() {
        ArtifactCodec<Object> any = Codecs.any(Samples.SHAPE, Samples.CONFIG);
        assertThat(schemas.decode(any, schemas.encode(Codecs.STRING, "a"))).isEqualTo("a");
        assertThat(schemas.decode(any, schemas.encode(Codecs.INT, 1))).isEqualTo(1);
        assertThat(schemas.decode(any, schemas.encode(Codecs.list(Codecs.INT), List.of(1))))
                .isEqualTo(List.of(1));
        assertThat(schemas.decode(
                        any, schemas.encode(Codecs.map(Codecs.STRING, Samples.SHAPE), Map.of("a", new Circle(1)))))
                .isEqualTo(Map.of("a", new Circle(1)));
        assertThat(schemas.decode(any, schemas.encode(Codecs.INT_ARRAY, new int[] {1})))
                .isEqualTo(new int[] {1});
        Config config = new Config(1, 2, "x", null);
        assertThat(schemas.decode(any, schemas.encode(Samples.CONFIG, config))).isEqualTo(config);
    }

    @Test
    void namedTypesOfAnObjectMayComeAndGo() {
        byte[] artifact = schemas.encode(
                Codecs.any(Samples.CONFIG, Samples.SHAPE), List.of(new Circle(1), Map.of("k", new Square(2))));
        assertThat(schemas.decode(Codecs.any(Samples.SHAPE, Samples.SETTINGS), artifact))
                .isEqualTo(List.of(new Circle(1), Map.of("k", new Square(2))));
        assertThatThrownBy(() -> schemas.decode(Codecs.any(), artifact))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage(
                        "[0]: stored as dev.cairn.codec.Samples$Shape, which is not among the types that this Object"
                                + " may hold; name it in @Flow(types = ...), or its old name in @FormerNames");
    }
}
