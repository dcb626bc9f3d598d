package dev.cairn.processor.write;

import static dev.cairn.processor.write.CodecsDriver.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.JavaFileObjects;
import dev.cairn.codec.ArtifactCodec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Values go through generated codecs and come back; each {@code x()} of a sample gives the value of the artifact {@code
 * x}.
 */
class CodecsRoundTripTest {
    @Test
    void everyBuiltInType() throws ReflectiveOperationException {
        LoadedCodecs codecs = LoadedCodecs.of(sample("""
                boolean a; byte b; short c; char d; int e; long f; float g; double h;
                Boolean i; Byte j; Short k; Character l; Integer m; Long n; Float o; Double p;
                String q; java.math.BigDecimal r; java.math.BigInteger s; UUID t; java.net.URI u;
                java.nio.file.Path v; java.io.File w; Locale y; Currency z; java.nio.charset.Charset aa; Date bb; BitSet cc;
                OptionalInt dd; OptionalLong ee; OptionalDouble ff;
                java.time.Instant gg; java.time.Duration hh; java.time.Period ii; java.time.LocalDate jj;
                java.time.LocalTime kk; java.time.LocalDateTime ll; java.time.OffsetTime mm; java.time.OffsetDateTime nn;
                java.time.ZonedDateTime oo; java.time.Year pp; java.time.YearMonth qq; java.time.MonthDay rr;
                java.time.ZoneId ss; java.time.ZoneOffset tt; java.time.DayOfWeek uu;
                boolean[] aaa; byte[] bbb; short[] ccc; char[] ddd; int[] eee; long[] fff; float[] ggg; double[] hhh;
                int[][] iii; String[] jjj; List<String>[] kkk; Map<String, int[]>[][] lll;
                """));

        assertThat(LoadedCodecs.roundTrip(codecs.codec("A"), true)).isEqualTo(true);
        assertThat(LoadedCodecs.roundTrip(codecs.codec("H"), 0.5)).isEqualTo(0.5);
        assertThat(LoadedCodecs.roundTrip(codecs.codec("M"), null)).isNull();
        assertThat(LoadedCodecs.roundTrip(codecs.codec("Q"), "text")).isEqualTo("text");
        assertThat(LoadedCodecs.roundTrip(codecs.codec("III"), new int[][] {{1}, {}, null}))
                .isEqualTo(new int[][] {{1}, {}, null});
        assertThat(LoadedCodecs.roundTrip(codecs.codec("KKK"), new List<?>[] {List.of("a")}))
                .isEqualTo(new List<?>[] {List.of("a")});
    }

    @Test
    void everyContainer() throws ReflectiveOperationException {
        LoadedCodecs codecs = LoadedCodecs.of(sample("""
                Iterable<String> a; Collection<String> b; List<String> c; ArrayList<String> d; LinkedList<String> e;
                Queue<String> f; Deque<String> g; ArrayDeque<String> h; Set<String> i; HashSet<String> j;
                LinkedHashSet<String> k; SortedSet<String> l; NavigableSet<String> m; TreeSet<String> n;
                EnumSet<java.time.DayOfWeek> o; Map<String, Integer> p; HashMap<String, Integer> q;
                LinkedHashMap<String, Integer> r; SortedMap<String, Integer> s; NavigableMap<String, Integer> t;
                TreeMap<String, Integer> u; EnumMap<java.time.DayOfWeek, String> v;
                java.util.concurrent.ConcurrentMap<String, Integer> w;
                java.util.concurrent.ConcurrentHashMap<String, Integer> y; Optional<String> z;
                Map.Entry<String, List<Integer>> aa;
                List<? extends String> bb; Map<?, ? extends List<?>> cc;
                """));

        for (String constant : List.of("A", "B", "C", "D", "E", "F", "I", "J", "K", "L", "M", "N", "BB")) {
            assertThat((Iterable<?>)
                            LoadedCodecs.roundTrip(codecs.codec(constant), new java.util.TreeSet<>(List.of("a", "b"))))
                    .as(constant)
                    .isNotNull();
        }
        assertThat(LoadedCodecs.roundTrip(codecs.codec("AA"), Map.entry("a", List.of(1))))
                .isEqualTo(Map.entry("a", List.of(1)));
        assertThat(LoadedCodecs.roundTrip(codecs.codec("CC"), Map.of("a", List.of(1L))))
                .isEqualTo(Map.of("a", List.of(1L)));
    }

    @Test
    void convertersOfGenericAndRecursiveTypes() throws ReflectiveOperationException {
        assertComesBack("""
                List<Few<Tree>> x;
                static Object x() {
                    return Arrays.asList(new Few<>(List.of(new Tree("a", List.of(new Tree("b", List.of()))))), null);
                }
                @Codec(FewCodec.class)
                static final class Few<E> {
                    final List<E> all;
                    Few(List<E> all) { this.all = all; }
                    @Override public boolean equals(Object other) { return other instanceof Few<?> few && all.equals(few.all); }
                    @Override public int hashCode() { return all.hashCode(); }
                }
                static final class FewCodec<E> extends dev.cairn.codec.ConverterCodec<Few<E>, List<E>> {
                    @Override protected List<E> toStored(Few<E> value) { return value.all; }
                    @Override protected Few<E> fromStored(List<E> stored) { return new Few<>(stored); }
                }
                @Codec(TreeCodec.class)
                record Tree(String name, List<Tree> children) {}
                record TreeForm(List<Tree> children, String name) {}
                static final class TreeCodec extends dev.cairn.codec.ConverterCodec<Tree, TreeForm> {
                    @Override protected TreeForm toStored(Tree value) { return new TreeForm(value.children(), value.name()); }
                    @Override protected Tree fromStored(TreeForm stored) { return new Tree(stored.name(), stored.children()); }
                }
                """);
    }

    @Test
    void convertersWithWildcardsInTheirForms() throws ReflectiveOperationException {
        assertComesBack("""
                @Codec(TotalCodec.class) Set<Long> x;
                static Object x() { return Set.of(3L); }
                static final class TotalCodec extends dev.cairn.codec.ConverterCodec<Set<Long>, Map<String, ? extends List<Long>>> {
                    @Override protected Map<String, ? extends List<Long>> toStored(Set<Long> value) {
                        return Map.of("all", new ArrayList<>(value));
                    }
                    @Override protected Set<Long> fromStored(Map<String, ? extends List<Long>> stored) {
                        return new HashSet<>(stored.get("all"));
                    }
                }
                """);
    }

    @Test
    void recordsClassesEnumsAndSealedTypes() throws ReflectiveOperationException {
        assertComesBack("""
                List<Config> x;
                static Object x() {
                    return List.of(new Config(0.1, 32, List.of("a"), null), new Config(-0.0, 1, null, Color.RED));
                }
                record Config(double rate, int size, List<String> tags, Color color) {}
                enum Color { RED { }, GREEN }
                """);
        assertComesBack("""
                Map<String, ? extends Shape> x;
                static Object x() { return Map.of("a", new Circle(1), "b", Unit.ONE, "c", new Ellipse(1, 2)); }
                sealed interface Shape permits Round, Unit {}
                sealed interface Round extends Shape permits Circle, Ellipse {}
                record Circle(double radius) implements Round {}
                record Ellipse(double a, double b) implements Round {}
                enum Unit implements Shape { ONE }
                """);
        assertComesBack("""
                Box x;
                static Object x() { Box box = new Box("b", 7); box.size = 3; box.setWeight(2); return box; }
                static class Base<T> {
                    private T weight;
                    T getWeight() { return weight; }
                    void setWeight(T weight) { this.weight = weight; }
                }
                static final class Box extends Base<Integer> {
                    private final int number;
                    final String name;
                    int size;
                    transient int cache = 9;
                    Box(String name, int number) { this.name = name; this.number = number; }
                    int number() { return number; }
                    @Override public boolean equals(Object o) {
                        return o instanceof Box b && b.name.equals(name) && b.number == number && b.size == size
                                && b.getWeight().equals(getWeight());
                    }
                    @Override public int hashCode() { return number; }
                }
                """);
    }

    @Test
    void generics() throws ReflectiveOperationException {
        assertComesBack("""
                Pair<String, Pair<Integer, List<? extends Pair<?, ?>>>> x;
                static Object x() { return new Pair<>("a", new Pair<>(1, List.of(new Pair<>("b", 2)))); }
                record Pair<A, B>(A first, B second) {}
                """);
        assertComesBack("""
                Result<List<String>, Integer> x;
                static Object x() { return new Success<List<String>, Integer>(List.of("a")); }
                sealed interface Result<T, E> permits Success, Failed {}
                record Success<V, X>(V value) implements Result<V, X> {}
                record Failed<X, V>(X error) implements Result<List<V>, X> {}
                """);
    }

    @Test
    void recursion() throws ReflectiveOperationException {
        assertComesBack("""
                Node x;
                static Object x() { return new Node(1, List.of(new Node(2, null, null)), Map.of("a", Optional.empty())); }
                record Node(int value, List<Node> next, Map<String, Optional<Node[]>> more) {}
                """);
        assertComesBack("""
                Add x;
                static Object x() { return new Add(new Number(1), new Add(new Number(2), new Negate(new Number(3)))); }
                sealed interface Expression permits Number, Add, Negate {}
                record Number(int value) implements Expression {}
                record Add(Expression left, Expression right) implements Expression {}
                record Negate(Expression expression) implements Expression {}
                """);
    }

    @Test
    void objects() throws ReflectiveOperationException {
        assertComesBack("""
                Settings x;
                Config y;
                static Object x() {
                    return new Settings(Map.of("a", 1, "b", List.of("c"), "d", new Config(1), "e", new Settings(Map.of())));
                }
                record Settings(Map<String, Object> values) {}
                record Config(int size) {}
                """);
    }

    @Test
    void objectsOfTypesThatOnlyTheAnnotationNames() throws ReflectiveOperationException {
        LoadedCodecs codecs = LoadedCodecs.of(JavaFileObjects.forSourceString("com.acme.Sample", """
                package com.acme;

                @dev.cairn.Flow(types = {Sample.Config.class, Sample.Color.class, Sample.Pair.class, Sample.Matrix.class})
                class Sample {
                    Object x;
                    static Object x() {
                        return java.util.List.of(new Config(1), Color.RED, new Pair<>("a", 1), new Matrix(2));
                    }
                    record Config(int size) {}
                    enum Color { RED }
                    record Pair<A, B>(A first, B second) {}
                    @dev.cairn.FormerNames("com.acme.Table") @dev.cairn.Codec(MatrixCodec.class)
                    record Matrix(int rows) {}
                    static class MatrixCodec extends dev.cairn.codec.CustomCodec<Matrix> {
                        MatrixCodec() { super(Matrix.class, "matrix/1"); }
                        @Override protected void write(Matrix m, dev.cairn.codec.CodecOutput output) {
                            output.writeInt(m.rows());
                        }
                        @Override protected Matrix read(dev.cairn.codec.CodecInput input) {
                            return new Matrix(input.readInt());
                        }
                    }
                }
                """));

        assertThat(LoadedCodecs.roundTrip(codecs.codec("X"), codecs.call("x"))).isEqualTo(codecs.call("x"));
    }

    @Test
    void opaqueTypesOfALibraryWithItsOwnClasses() throws ReflectiveOperationException {
        LoadedCodecs codecs = LoadedCodecs.of(sample("""
                        @Opaque(allow = Random.class, allowNames = {"com.lib.Words$Form", "com.lib.Words$Own"})
                        com.lib.Words x;
                        Marked y;
                        static Object x() { return new com.lib.Words("fish"); }
                        @Opaque(allow = {}, allowNames = "com.lib.Words$Form")
                        record Marked(com.lib.Words words) implements java.io.Serializable {}
                        static Object y() { return new Marked(new com.lib.Words("ice")); }
                        """), JavaFileObjects.forSourceString("com.lib.Words", """
                        package com.lib;

                        public final class Words implements java.io.Serializable {
                            private static final long serialVersionUID = 1;
                            private final String text;
                            public Words(String text) { this.text = text; }
                            private Object writeReplace() { return new Form(text); }
                            @Override public String toString() { return text; }
                            static class Form implements java.io.Serializable {
                                private static final long serialVersionUID = 1;
                                private final String text;
                                Form(String text) { this.text = text; }
                                private Object readResolve() { return new Words(text); }
                            }
                            private static class Own {}
                        }
                        """));

        assertThat(LoadedCodecs.roundTrip(codecs.codec("X"), codecs.call("x"))).hasToString("fish");
        assertThat(LoadedCodecs.roundTrip(codecs.codec("Y"), codecs.call("y"))).hasToString("Marked[words=ice]");
        assertThat(codecs.codec("X").schema().toString())
                .endsWith(
                        "opaque-java com.lib.Words{com.lib.Words,java.util.Random,com.lib.Words$Form,com.lib.Words$Own}\n");
    }

    @Test
    void customAndOpaqueTypes() throws ReflectiveOperationException {
        assertComesBack("""
                @Codec(NamesCodec.class) List<StringBuilder> y;
                Holder x;
                static Object x() { return new Holder(new Matrix(2), new HashMap<>(Map.of("a", new Plain()))); }
                record Holder(@Codec(MatrixCodec.class) Matrix matrix, @Opaque(allow = Plain.class) Map<String, Plain> plain) {}
                record Matrix(int rows) {}
                static class Plain implements java.io.Serializable {
                    private static final long serialVersionUID = 1;
                    @Override public boolean equals(Object o) { return o instanceof Plain; }
                    @Override public int hashCode() { return 1; }
                }
                static class MatrixCodec extends dev.cairn.codec.CustomCodec<Matrix> {
                    MatrixCodec() { super(Matrix.class, "matrix/1"); }
                    @Override protected void write(Matrix m, dev.cairn.codec.CodecOutput output) {
                        output.writeInt(m.rows());
                    }
                    @Override protected Matrix read(dev.cairn.codec.CodecInput input) {
                        return new Matrix(input.readInt());
                    }
                }
                static class NamesCodec extends dev.cairn.codec.CustomCodec<List<StringBuilder>> {
                    NamesCodec() { super(List.class, "names/1"); }
                    @Override protected void write(List<StringBuilder> s, dev.cairn.codec.CodecOutput output) {}
                    @Override protected List<StringBuilder> read(dev.cairn.codec.CodecInput input) {
                        return List.of();
                    }
                }
                """);
    }

    @Test
    void typesWithTheNamesOfThoseThatGeneratedCodeUses() throws ReflectiveOperationException {
        assertComesBack("""
                List x;
                Map<String, Kryo> y;
                Codecs z;
                Outer.Foo foo;
                Foo fooToo;
                String text;
                int config;
                Config configToo;
                static Object x() { return new List(new Output(1), new Input(2), new Kryo(3), new Struct(4), new Artifact(5)); }
                record List(Output output, Input input, Kryo kryo, Struct struct, Artifact value) {}
                record Output(int kryo) {}
                record Input(int input) {}
                record Kryo(int output) {}
                record Struct(int value) {}
                record Artifact(int values) {}
                record Codecs(int codecs) {}
                record Config(int configCodec, List CONFIG_CODEC) {}
                record Foo(int a) {}
                static class Outer { record Foo(int b) {} }
                """);
    }

    @Test
    void deprecatedTypes() throws ReflectiveOperationException {
        LoadedCodecs codecs = LoadedCodecs.of(
                JavaFileObjects.forSourceString("com.acme.Sample", """
                        package com.acme;

                        @dev.cairn.Flow
                        class Sample {
                            @SuppressWarnings({"deprecation", "removal"})
                            Old x;
                            @SuppressWarnings({"deprecation", "removal"})
                            static Object x() { return new Old(1); }
                        }
                        """),
                JavaFileObjects.forSourceString(
                        "com.acme.Old", "package com.acme; @Deprecated(forRemoval = true) record Old(int a) {}"));

        assertThat(LoadedCodecs.roundTrip(codecs.codec("X"), codecs.call("x"))).isEqualTo(codecs.call("x"));
    }

    @Test
    void typesFromClassFiles() throws ReflectiveOperationException {
        assertComesBack("""
                dev.cairn.processor.write.library.Measurement x;
                static Object x() {
                    return new dev.cairn.processor.write.library.Measurement(
                            0.5, List.of(new dev.cairn.processor.write.library.Unit("kg", true)));
                }
                """);
        assertThat(CodecsDriver.generate(sample("dev.cairn.processor.write.library.Measurement x;")))
                .contains("field(\"result\", Codecs.DOUBLE).formerNames(\"value\")");
    }

    @Test
    void failures() throws ReflectiveOperationException {
        assertComesBack("""
                dev.cairn.runtime.Failure x;
                static Object x() { return new dev.cairn.runtime.Failure("a", "b", "c"); }
                """);
    }

    @Test
    void subclassesOfPlainClassesAreRefused() throws ReflectiveOperationException {
        LoadedCodecs codecs = LoadedCodecs.of(sample("""
                Box x;
                static Object x() { return new Big(); }
                static class Box { int size; }
                static class Big extends Box { int more; }
                """));
        ArtifactCodec<Object> codec = codecs.codec("X");
        Object value = codecs.call("x");

        assertThatThrownBy(() -> LoadedCodecs.roundTrip(codec, value))
                .hasMessageContaining("com.acme.Sample$Big cannot be stored as its superclass Sample.Box,"
                        + " because what it adds would be lost");
    }

    private static void assertComesBack(String members) throws ReflectiveOperationException {
        LoadedCodecs codecs = LoadedCodecs.of(sample(members));
        Object value = codecs.call("x");

        assertThat(LoadedCodecs.roundTrip(codecs.codec("X"), value)).isEqualTo(value);
        assertThat(LoadedCodecs.roundTrip(codecs.codec("X"), null)).isNull();
    }
}
