package dev.cairn.processor.read;

import static dev.cairn.processor.read.FlowReading.obstacle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.StoredDefinition.Constructor;
import dev.cairn.processor.model.StoredDefinition.Field;
import dev.cairn.processor.model.StoredDefinition.Manner;
import dev.cairn.processor.model.StoredDefinition.Member;
import dev.cairn.processor.model.StoredDefinition.Struct;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainClassesTest {
    @Test
    void fieldsThatThePackageReaches() {
        assertThat(shape("static class Box { int size; String name = \"box\"; }"))
                .isEqualTo("() size: size/size, name: name/name");
    }

    @Test
    void gettersAndSettersComeBeforeFields() {
        assertThat(shape("""
                        static class Box {
                            private int a;
                            private String b;
                            private boolean c;
                            boolean d;
                            int a() { return a; }
                            void setA(int a) { this.a = a; }
                            public String getB() { return b; }
                            public Box setB(String b) { this.b = b; return this; }
                            boolean isC() { return c; }
                            void setC(boolean c) { this.c = c; }
                            boolean isD() { return d; }
                        }
                        """)).isEqualTo("() a: a()/setA(), b: getB()/setB(), c: isC()/setC(), d: isD()/d");
    }

    @Test
    void theConstructorThatTakesMost() {
        assertThat(shape("""
                        static class Box {
                            private final int a;
                            final String b;
                            int c;
                            Box(int a) { this(a, "", 0); }
                            Box(String b, int a) { this(a, b, 0); }
                            Box(int a, String b, int c) { this.a = a; this.b = b; this.c = c; }
                            Box(int a, String b, int c, long other) { this(a, b, c); }
                            int a() { return a; }
                        }
                        """)).isEqualTo("(a, b, c) a: a(), b: b, c: c");
    }

    @Test
    void aConstructorAndSettersForTheRest() {
        assertThat(shape("""
                        static class Box {
                            final String name;
                            int size;
                            Box(String name) { this.name = name; }
                        }
                        """)).isEqualTo("(name) name: name, size: size/size");
    }

    @Test
    void theOrderOfTheConstructorIsItsOwn() {
        assertThat(
                        shape(
                                "static class Box { final int a; final long b; Box(long b, int a) { this.a = a; this.b = b; } }"))
                .isEqualTo("(b, a) a: a, b: b");
    }

    @Test
    void parametersMayBeWider() {
        assertThat(
                        shape(
                                "static class Box { final List<String> a; Box(Collection<String> a) { this.a = List.copyOf(a); } }"))
                .isEqualTo("(a) a: a");
    }

    @Test
    void superclassesComeFirst() {
        assertThat(shape("""
                        static class Base<T> { T value; transient int cache; static int count; }
                        static class Box extends Base<String> { int size; }
                        """)).isEqualTo("() value: value/value, size: size/size");
    }

    @Test
    void fieldsOfGenericSuperclassesHaveTheirArguments() {
        Struct struct = box("static class Base<T> { List<T> values; } static class Box extends Base<String> {}");

        assertThat(struct.fields()).extracting(field -> field.type().toString()).containsExactly("List<String>");
    }

    @Test
    void gettersThatThrowOrReturnAnotherTypeDoNotCount() {
        assertThat(shape("""
                        static class Box {
                            int a;
                            String b;
                            int a() throws Exception { return a; }
                            Optional<String> getB() { return Optional.of(b); }
                        }
                        """)).isEqualTo("() a: a/a, b: b/b");
    }

    @Test
    void classesOfOtherPackagesArePublicInAllThatIsUsed() {
        Struct struct = FlowReading.definition("other.Box x;", """
                package other;
                public class Box {
                    private int size;
                    public int getSize() { return size; }
                    public void setSize(int size) { this.size = size; }
                    int size() { return size; }
                }
                """);

        assertThat(shape(struct)).isEqualTo("() size: getSize()/setSize()");
    }

    @Test
    void privateFieldsAreReadAndSetByHandles() {
        assertThat(shape("""
                        static class Box {
                            private int size;
                            private List<String> names;
                            List<String> names() { return names; }
                        }
                        """)).isEqualTo("() size: Box#size int/Box#size int, names: names()/Box#names List");
    }

    @Test
    void privateFieldsOfSuperclassesAreThoseOfTheirClass() {
        assertThat(shape("""
                        static class Base<T extends Number> { private T value; private T[] values; }
                        static class Box extends Base<Integer> {}
                        """))
                .isEqualTo(
                        "() value: Base#value Number/Base#value Number, values: Base#values Number[]/Base#values Number[]");
    }

    @Test
    void privateFieldsOfOtherPackagesAndOfClassesThatCannotBeNamed() {
        Struct struct = FlowReading.definition(
                "other.Box x;",
                "package other; class Base { protected int size; int weight; }",
                "package other; public class Box extends Base { int depth; }");

        assertThat(shape(struct))
                .isEqualTo("() size: Base#size int/Base#size int, weight: Base#weight int/Base#weight int,"
                        + " depth: Box#depth int/Box#depth int");
    }

    @Test
    void finalArraysAndCollectionsThatTheClassMakesAreFilled() {
        assertThat(shape("""
                        static class Box {
                            final int[] counts = new int[256];
                            private final double[][] cells = new double[3][3];
                            final Map<String, Integer> index = new HashMap<>();
                            final List<String> names = new ArrayList<>();
                            final BitSet bits = new BitSet();
                            final PriorityQueue<String> open = new PriorityQueue<>();
                            long total;
                        }
                        """))
                .isEqualTo("() counts: counts/counts fill, cells: Box#cells double[][]/Box#cells double[][] fill,"
                        + " index: index/index fill, names: names/names fill, bits: bits/bits fill, open: open/open fill,"
                        + " total: total/total");
    }

    @Test
    void neverWhatAGetterReturnsIsFilled() {
        assertThat(shape("""
                        static class Box {
                            final int[] counts = new int[256];
                            private final List<String> names = new ArrayList<>();
                            int[] counts() { return counts.clone(); }
                            List<String> getNames() { return List.copyOf(names); }
                        }
                        """)).isEqualTo("() counts: counts()/counts fill, names: getNames()/Box#names List fill");
    }

    @Test
    void finalConstantsAreCompared() {
        assertThat(shape("static class Box { final int bins = 256; private final String unit = \"m\"; }"))
                .isEqualTo("() bins: bins/bins compare, unit: Box#unit String/Box#unit String compare");
    }

    @Test
    void aConstructorThatTakesTheLengthOfWhatItMakes() {
        assertThat(shape("""
                        static class Grid {
                            final int n;
                            final double[][] cells;
                            Grid(int n) { this.n = n; cells = new double[n][n]; }
                        }
                        """)).isEqualTo("(n) n: n, cells: cells/cells fill");
    }

    @Test
    void aPrivateConstructorThatTakesAllFinalFieldsIsBetterThanFilling() {
        assertThat(shape("""
                        static class Grid {
                            final int n;
                            final double[][] cells;
                            long steps;
                            Grid(int n) { this(n, new double[n][n]); }
                            private Grid(int n, double[][] cells) { this.n = n; this.cells = cells; }
                        }
                        """)).isEqualTo("private(n int, cells double[][]) n: n, cells: cells, steps: steps/steps");
    }

    @Test
    void aPrivateConstructorWithoutParameters() {
        assertThat(shape("""
                        static class Sim {
                            private double[] state;
                            private int step;
                            private Sim() {}
                            Sim(int particles) { state = new double[particles]; }
                        }
                        """))
                .isEqualTo("private() state: Sim#state double[]/Sim#state double[], step: Sim#step int/Sim#step int");
    }

    @Test
    void aConstructorThatCanBeNamedComesBeforeAPrivateOne() {
        assertThat(shape("""
                        static class Box {
                            int a;
                            int b;
                            Box() {}
                            private Box(int a, int b) { this.a = a; this.b = b; }
                        }
                        """)).isEqualTo("() a: a/a, b: b/b");
    }

    @Test
    void constructorsWithOtherNames() {
        assertThat(obstacle("Box x; static class Box { final int size; Box(int s) { size = s; } }"))
                .isEqualTo("""
                        x: Sample.Box
                        `Sample.Box` has no constructor whose parameters are all named like its fields
                        add the constructor `Box(int size)`, which may be private, make the class a record, or name a codec with `@Codec(BoxCodec.class)`""");
        assertThat(obstacle("""
                        Grid x;
                        static class Grid {
                            final double[][] cells;
                            final Map<String, Integer> names = new HashMap<>();
                            final int bins = 3;
                            private long steps;
                            Grid(int n) { cells = new double[n][n]; }
                        }
                        """)).isEqualTo("""
                        x: Sample.Grid
                        `Sample.Grid` has no constructor whose parameters are all named like its fields
                        add the constructor `Grid(double[][] cells, Map<String, Integer> names)`, which may be private, make the class a record, or name a codec with `@Codec(GridCodec.class)`""");
        assertThat(obstacle(
                        "Sim x; static class Sim { private double[] state; Sim(int n) { state = new double[n]; } }"))
                .isEqualTo("""
                        x: Sample.Sim
                        `Sample.Sim` has no constructor whose parameters are all named like its fields
                        add the constructor `Sim()`, which may be private, make the class a record, or name a codec with `@Codec(SimCodec.class)`""");
    }

    @Test
    void constructorsThatThrowCheckedExceptions() {
        assertThat(obstacle("Box x; static class Box { private int size; Box() throws Exception { size = 1; } }"))
                .isEqualTo("""
                        x: Sample.Box
                        `Sample.Box` is made by `Box()`, which throws a checked exception
                        let it throw an unchecked one, or add another constructor, which may be private, make the class a record, or name a codec with `@Codec(BoxCodec.class)`""");
        assertThat(shape("static class Box { private int size; Box() throws Exception {} private Box(int size) {} }"))
                .isEqualTo("private(size int) size: Box#size int");
    }

    @Test
    void finalFieldsThatNothingSets() {
        assertThat(obstacle("Box x; static class Box { int size; private final UUID id = UUID.randomUUID(); }"))
                .isEqualTo("""
                        x: Sample.Box
                        `Sample.Box` has a final field `id` that no constructor takes as a parameter of that name
                        remove `final`, add the constructor `Box(UUID id)`, which may be private, make the class a record, or name a codec with `@Codec(BoxCodec.class)`""");
        assertThat(obstacle("""
                        Walk x;
                        static class Walk {
                            final Random random = new Random(42);
                            final long seed = System.nanoTime();
                            final UUID id = UUID.randomUUID();
                            final double[] path = new double[10];
                        }
                        """)).isEqualTo("""
                        x: Sample.Walk
                        `Sample.Walk` has final fields `random`, `seed` and `id` that no constructor takes as a parameter of that name
                        remove `final`, add the constructor `Walk(Random random, long seed, UUID id, double[] path)`, which may be private, make the class a record, or name a codec with `@Codec(WalkCodec.class)`""");
    }

    @Test
    void classesThatStoreTransientFieldsThemselves() {
        assertThat(obstacle("""
                        Bag x;
                        static class Bag implements java.io.Serializable {
                            private static final long serialVersionUID = 1;
                            private transient Map<String, Integer> counts = new HashMap<>();
                            private int size;
                            private void writeObject(java.io.ObjectOutputStream out) {}
                        }
                        """)).isEqualTo("""
                        x: Sample.Bag
                        `Sample.Bag` has a transient field `counts` that it serializes itself, in `writeObject`, so that its fields do not say what it holds
                        give the artifact or field that holds it `@Opaque(allow = Bag.class)`, or name a codec with `@Codec(BagCodec.class)`""");
    }

    @Test
    void classesWithNativeMethods() {
        assertThat(obstacle("Solver x; static class Solver { private long handle; native void solve(); }"))
                .isEqualTo("""
                        x: Sample.Solver
                        `Sample.Solver` has a native method `solve`, so that its private fields may point to what is outside of Java
                        keep it in a `transient` field, or name a codec with `@Codec(SolverCodec.class)`""");
        assertThat(shape("static class Solver { long size; native void solve(); }"))
                .isEqualTo("() size: size/size");
    }

    @Test
    void fieldsThatHideOthers() {
        assertThat(obstacle("Box x; static class Base { int size; } static class Box extends Base { int size; }"))
                .isEqualTo("""
                        x: Sample.Box
                        `Sample.Box` has a field `size` that hides one of its superclass
                        rename one of the two, or name a codec with `@Codec(BoxCodec.class)`""");
    }

    private static final Pattern LAST_CLASS = Pattern.compile("(?s).*static class (\\w+)");

    /** The shape of the last class. */
    private static String shape(String classes) {
        return shape(box(classes));
    }

    private static Struct box(String classes) {
        Matcher matcher = LAST_CLASS.matcher(classes);
        assertThat(matcher.lookingAt()).isTrue();
        return FlowReading.definition(matcher.group(1) + " x; " + classes);
    }

    private static String shape(Struct struct) {
        Constructor constructor = struct.constructor();
        String hidden = constructor
                .hidden()
                .map(types -> "private("
                        + IntStream.range(0, types.size())
                                .mapToObj(i -> constructor.fields().get(i) + " " + types.get(i))
                                .collect(Collectors.joining(", "))
                        + ") ")
                .orElse("(" + String.join(", ", constructor.fields()) + ") ");
        return hidden + struct.fields().stream().map(PlainClassesTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Field field) {
        String write = field.write()
                .map(how -> "/" + text(how.member())
                        + (how.manner() == Manner.SET
                                ? ""
                                : " " + how.manner().name().toLowerCase(Locale.ROOT)))
                .orElse("");
        return field.name() + ": " + text(field.read()) + write;
    }

    private static String text(Member member) {
        if (member instanceof Member.Hidden hidden) {
            return hidden.owner().simpleName() + "#" + hidden.name() + " " + hidden.erasure();
        }
        return member.name() + (member instanceof Member.Method ? "()" : "");
    }
}
