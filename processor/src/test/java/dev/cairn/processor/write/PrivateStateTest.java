package dev.cairn.processor.write;

import static dev.cairn.processor.write.CodecsDriver.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.JavaFileObjects;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.ArtifactFormat;
import dev.cairn.codec.Encoded;
import dev.cairn.codec.IncompatibleSchemaException;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.Tree;
import dev.cairn.codec.TreeConversionException;
import dev.cairn.codec.UnsupportedValueException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Plain classes as people write them: private state, final arrays and collections that the class makes itself. */
class PrivateStateTest {
    private static final String HISTOGRAM = """
            static class Histogram {
                final int[] counts = new int[4];
                long total;
                void add(int bin) { counts[bin]++; total++; }
                @Override public String toString() { return Arrays.toString(counts) + total; }
            }
            """;

    private static final String GRID = """
            static class Grid {
                private final int n;
                private final double[][] cells;
                private int steps;
                Grid(int n) { this.n = n; cells = new double[n][n]; }
                void step() { steps++; cells[steps % n][0] += 0.5; }
                @Override public String toString() { return n + Arrays.deepToString(cells) + steps; }
            }
            """;

    @Test
    void aFinalArrayOfTheClassItself() throws ReflectiveOperationException {
        assertComesBack(
                "Histogram x; static Object x() { Histogram h = new Histogram(); h.add(3); h.add(1); return h; }"
                        + HISTOGRAM,
                "[0, 1, 0, 1]2");
    }

    @Test
    void aGridWithItsLength() throws ReflectiveOperationException {
        assertComesBack(
                "Grid x; static Object x() { Grid g = new Grid(2); g.step(); g.step(); g.step(); return g; }" + GRID,
                "2[[0.5, 0.0], [1.0, 0.0]]3");
    }

    @Test
    void aGridThatIsGivenItsCellsInPrivate() throws ReflectiveOperationException {
        assertComesBack("""
                Grid x;
                static Object x() { return new Grid(2); }
                static class Grid {
                    private final double[][] cells;
                    Grid(int n) { this(new double[n][n + 1]); cells[1][0] = n; }
                    private Grid(double[][] cells) { this.cells = cells; }
                    @Override public String toString() { return Arrays.deepToString(cells); }
                }
                """, "[[0.0, 0.0, 0.0], [2.0, 0.0, 0.0]]");
    }

    @Test
    void anEncapsulatedSimulation() throws ReflectiveOperationException {
        assertComesBack(
                """
                Sim x;
                static Object x() { Sim sim = new Sim(3); sim.run(4); return sim; }
                static class Sim {
                    private static final int LIMIT = 100;
                    private final int bins = 3;
                    private final String unit = "m";
                    private double[] state;
                    private int step;
                    private boolean done;
                    private char mark = 'a';
                    private Random random = new Random(1);
                    private final Map<String, List<Integer>> seen = new HashMap<>();
                    private final Deque<Integer> queue = new ArrayDeque<>();
                    private final PriorityQueue<Double> open = new PriorityQueue<>();
                    private final EnumMap<java.time.DayOfWeek, Integer> days = new EnumMap<>(java.time.DayOfWeek.class);
                    private final BitSet flags = new BitSet(bins);
                    private transient int cache = LIMIT;
                    private Sim() {}
                    Sim(int particles) { state = new double[particles]; }
                    void run(int steps) {
                        for (int i = 0; i < steps; i++) {
                            step++;
                            state[step % state.length] += random.nextGaussian();
                            seen.computeIfAbsent("s" + step % 2, key -> new ArrayList<>()).add(step);
                            queue.addFirst(step);
                            open.add(state[0]);
                            days.merge(java.time.DayOfWeek.of(step), 1, Integer::sum);
                            flags.set(step);
                        }
                        done = true;
                        mark++;
                    }
                    @Override public String toString() {
                        return bins + unit + Arrays.toString(state) + step + done + mark + new TreeMap<>(seen) + queue + open + days
                                + flags + cache;
                    }
                }
                """,
                "3m[-1.0912278829447088, 0.9370409037823317, -0.6081826070068602]4trueb{s0=[2, 4], s1=[1, 3]}"
                        + "[4, 3, 2, 1][-1.0912278829447088, -1.0912278829447088, 0.0, 0.0]"
                        + "{MONDAY=1, TUESDAY=1, WEDNESDAY=1, THURSDAY=1}{1, 2, 3, 4}100");
    }

    @Test
    void privateStateOfSuperclassesAndOtherPackages() throws ReflectiveOperationException {
        JavaFileObject base = JavaFileObjects.forSourceString("other.Base", """
                package other;
                import java.util.*;
                abstract class Base<T> {
                    private T value;
                    private List<T> all = new ArrayList<>();
                    protected final int[] counts = new int[2];
                    int shared;
                    void add(T next) { value = next; all.add(next); counts[1]++; shared--; }
                    @Override public String toString() { return value + "" + all + Arrays.toString(counts) + shared; }
                }
                """);
        JavaFileObject box = JavaFileObjects.forSourceString("other.Box", """
                package other;
                public final class Box extends Base<String> {
                    private Box() {}
                    public static Box of(String value) { Box box = new Box(); box.add(value); return box; }
                }
                """);
        assertComesBack("other.Box x; static Object x() { return other.Box.of(\"a\"); }", "a[a][0, 1]-1", base, box);
    }

    @Test
    void genericPrivateState() throws ReflectiveOperationException {
        assertComesBack("""
                Pair<String, List<Integer>> x;
                Pair<? extends Number, ?> y;
                static Object x() { return new Pair<>("a", List.of(1)); }
                static class Pair<A, B> {
                    private A first;
                    private final Optional<B> second;
                    private Map<A, ? extends B> more = Map.of();
                    private A[] array;
                    private Pair(Optional<B> second) { this.second = second; }
                    Pair(A first, B other) { this(Optional.of(other)); this.first = first; }
                    @Override public String toString() { return first + "" + second + more + array; }
                }
                """, "aOptional[[1]]{}null");
    }

    @Test
    void aPrivateConstructorThatRefuses() throws ReflectiveOperationException {
        LoadedCodecs codecs = LoadedCodecs.of(sample("""
                Rate x;
                static Object x() { Rate rate = Rate.of(1); rate.value = -1; return rate; }
                static class Rate {
                    double value;
                    private Rate(double value) {
                        if (value < 0) throw new IllegalArgumentException("negative: " + value);
                        this.value = value;
                    }
                    static Rate of(double value) { return new Rate(value); }
                }
                """));

        assertThatThrownBy(() -> LoadedCodecs.roundTrip(codecs.codec("X"), codecs.call("x")))
                .isInstanceOf(MalformedArtifactException.class)
                .hasMessage("Sample.Rate: its class refuses what was stored:"
                        + " java.lang.IllegalArgumentException: negative: -1.0");
    }

    @Test
    void whatCouldNotBeReadBackIsNotStored() throws ReflectiveOperationException {
        assertNotStored(
                """
                Buffer x;
                static Object x() { return new Buffer(3); }
                static class Buffer {
                    final int[] data;
                    Buffer() { this(16); }
                    private Buffer(int size) { data = new int[size]; }
                }
                """,
                "Sample.Buffer.data: holds 3 elements, but the constructor of its class makes an array of 16;"
                        + " remove `final` from the field, or add a constructor that takes it");
        assertNotStored(
                """
                Names x;
                static Object x() { return new Names("a"); }
                static class Names {
                    private final List<String> names;
                    Names(String... all) { names = List.of(all); }
                    Names() { names = List.of(); }
                }
                """,
                "Sample.Names.names: holds other elements than the collection that the constructor of its class makes,"
                        + " which cannot be changed; remove `final` from the field, or add a constructor that takes it");
    }

    @Test
    void afterItsClassChanged() throws ReflectiveOperationException {
        String four = "Histogram x; static Object x() { return new Histogram(); }" + HISTOGRAM;
        assertThatThrownBy(() -> read(four, four.replace("new int[4]", "new int[8]")))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage(
                        "Sample.Histogram.counts: was stored with 4 elements, but the constructor of its class makes an"
                                + " array of 8; remove `final` from the field, or add a constructor that takes it");
        assertThat(read(four, four.replace("long total;", "long total; private int[] more = {1};")))
                .isEqualTo("[0, 0, 0, 0]0");
        assertThat(read(four, four.replace("final int[]", "private int[]").replace("new int[4]", "new int[8]")))
                .isEqualTo("[0, 0, 0, 0]0");
        assertThatThrownBy(() -> read(four, four.replace("long total;", "private long total; private int size;")))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage(
                        "Sample.Histogram.size: was not stored, and a missing int has no default; if it is new, write @Default(\"..\")");
        assertThat(read(four, four.replace("long total;", "private long total; @Default(\"3\") private int size;")))
                .isEqualTo("[0, 0, 0, 0]0");
    }

    @Test
    void aTreeThatDoesNotFit() throws ReflectiveOperationException {
        String four = "Histogram x; static Object x() { return new Histogram(); }" + HISTOGRAM;
        LoadedCodecs codecs = LoadedCodecs.of(sample(four));
        Encoded stored = ArtifactFormat.encode(codecs.codec("X"), codecs.call("x"));
        Tree tree = ArtifactFormat.tree(stored.bytes(), hash -> stored.schema().bytes());
        ArtifactCodec<Object> eight = LoadedCodecs.of(sample(four.replace("new int[4]", "new int[8]")))
                .codec("X");

        assertThatThrownBy(() -> eight.fromTree(tree))
                .isInstanceOf(TreeConversionException.class)
                .hasMessage(
                        "Sample.Histogram.counts: was stored with 4 elements, but the constructor of its class makes an"
                                + " array of 8; remove `final` from the field, or add a constructor that takes it");
    }

    @Test
    void anOldFinalConstantThatIsAnotherNow() {
        String before = "Step x; static Object x() { return new Step(); } static class Step { final double dt = 0.1; }";
        assertThatThrownBy(() -> read(before, before.replace("0.1", "0.2")))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("Sample.Step.dt: was stored as 0.1, but its class gives it the constant 0.2;"
                        + " remove `final` from the field, or add a constructor that takes it");
    }

    /** What {@code after} reads of what {@code before} stored, as text. */
    private static String read(String before, String after) throws ReflectiveOperationException {
        LoadedCodecs old = LoadedCodecs.of(sample(before));
        Encoded stored = ArtifactFormat.encode(old.codec("X"), old.call("x"));
        return String.valueOf(ArtifactFormat.decode(
                LoadedCodecs.of(sample(after)).codec("X"),
                stored.bytes(),
                hash -> stored.schema().bytes()));
    }

    private static void assertNotStored(String members, String message) throws ReflectiveOperationException {
        LoadedCodecs codecs = LoadedCodecs.of(sample(members));
        assertThatThrownBy(() -> ArtifactFormat.encode(codecs.codec("X"), codecs.call("x")))
                .isInstanceOf(UnsupportedValueException.class)
                .hasMessage(message);
    }

    private static void assertComesBack(String members, String text, JavaFileObject... others)
            throws ReflectiveOperationException {
        JavaFileObject[] sources =
                Stream.concat(Stream.of(sample(members)), Arrays.stream(others)).toArray(JavaFileObject[]::new);
        LoadedCodecs codecs = LoadedCodecs.of(sources);
        ArtifactCodec<Object> codec = codecs.codec("X");
        Object value = codecs.call("x");
        assertThat(value).hasToString(text);

        Object read = LoadedCodecs.roundTrip(codec, value);
        assertThat(read).hasToString(text).isNotSameAs(value);
        assertThat(value).hasToString(text);
        assertThat(ArtifactFormat.encode(codec, read).bytes())
                .isEqualTo(ArtifactFormat.encode(codec, value).bytes());
        Encoded encoded = ArtifactFormat.encode(codec, value);
        Object built = codec.fromTree(
                ArtifactFormat.tree(encoded.bytes(), hash -> encoded.schema().bytes()));
        assertThat(built).hasToString(text);
    }
}
