package dev.cairn.processor.read;

import static dev.cairn.processor.read.FlowReading.obstacle;
import static dev.cairn.processor.read.FlowReading.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.StoredType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnstorableTypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thread | is a thread, which lives in one process only | start it in the step that needs it, and keep it in a `transient` field
            ThreadLocal<String> | belongs to one thread | keep it in a `static` or `transient` field
            java.util.concurrent.ForkJoinPool | runs tasks of one process only | create it in the step that needs it, and keep it in a `transient` field
            Process | runs tasks of one process only | create it in the step that needs it, and keep it in a `transient` field
            java.util.concurrent.CompletableFuture<String> | is work that has not ended | wait for the result in this step, and store the result
            java.util.stream.Stream<String> | is a stream, which can be used only once | collect it, for example with `toList()`
            java.util.stream.IntStream | is a stream, which can be used only once | collect it, for example with `toList()`
            java.util.ListIterator<String> | is an iterator, which can be used only once | store the collection that it iterates over
            java.util.StringTokenizer | is an iterator, which can be used only once | store the collection that it iterates over
            java.io.BufferedReader | is an open file or stream of one process | store the `Path` or the content, and open it in the step that needs it
            java.io.FileOutputStream | is an open file or stream of one process | store the `Path` or the content, and open it in the step that needs it
            java.nio.channels.FileChannel | is an open file or stream of one process | store the `Path` or the content, and open it in the step that needs it
            java.util.Scanner | is an open file or stream of one process | store the `Path` or the content, and open it in the step that needs it
            java.net.Socket | is a connection of one process | store the connection details, and connect in the step that needs it
            java.sql.PreparedStatement | is a connection of one process | store the connection details, and connect in the step that needs it
            java.net.http.HttpClient | is a connection of one process | store the connection details, and connect in the step that needs it
            java.util.concurrent.locks.ReentrantLock | is a lock, which guards one process only | keep it in a `transient` field; tasks share no memory that it could guard
            java.util.concurrent.CountDownLatch | is a lock, which guards one process only | keep it in a `transient` field; tasks share no memory that it could guard
            Class<String> | is code, not a value | store its name as a `String`
            ClassLoader | is code, not a value | store its name as a `String`
            java.lang.reflect.Method | is code, not a value | store its name as a `String`
            java.util.logging.Logger | is a logger, which belongs to one process | make the field `static` or `transient`
            System.Logger | is a logger, which belongs to one process | make the field `static` or `transient`
            Exception | is a throwable, which refers to the code and the stack of one process | store a `dev.cairn.runtime.Failure`, or its text
            java.net.URL | asks the network when it is compared | use a `java.net.URI`
            java.lang.ref.WeakReference<String> | is a reference that the garbage collector clears | store what it refers to
            AutoCloseable | is a resource that is open in one process only | open it in the step that needs it, and keep it in a `transient` field
            java.util.zip.ZipFile | is a resource that is open in one process only | open it in the step that needs it, and keep it in a `transient` field
            Runnable | is a functional interface: a lambda is code, not a value | store what the lambda captures, or an enum constant that does the same
            java.util.function.Function<String, Integer> | is a functional interface: a lambda is code, not a value | store what the lambda captures, or an enum constant that does the same
            Comparator<String> | is a functional interface: a lambda is code, not a value | store what the lambda captures, or an enum constant that does the same
            SplittableRandom | has a state that the JDK does not show | use a `java.util.Random`, or keep the seed in a field and the generator in a `transient` one
            java.security.SecureRandom | has a state that the JDK does not show | use a `java.util.Random`, or keep the seed in a field and the generator in a `transient` one
            java.util.concurrent.ThreadLocalRandom | has a state that the JDK does not show | use a `java.util.Random`, or keep the seed in a field and the generator in a `transient` one
            StringBuilder | is a class of the JDK that has no codec | store what it is made from, keep it in a `transient` field, or name a codec with `@Codec(StringBuilderCodec.class)`
            java.nio.ByteBuffer | is a class of the JDK that has no codec | store what it is made from, keep it in a `transient` field, or name a codec with `@Codec(ByteBufferCodec.class)`
            java.net.InetAddress | is a class of the JDK that has no codec | store what it is made from, keep it in a `transient` field, or name a codec with `@Codec(InetAddressCodec.class)`
            java.lang.constant.ConstantDesc | is a class of the JDK that has no codec | store what it is made from, keep it in a `transient` field, or name a codec with `@Codec(ConstantDescCodec.class)`
            Number | is an open abstract class: any class may extend it | make it `sealed`, use a type whose classes are known, or name a codec with `@Codec(NumberCodec.class)`
            CharSequence | is an open interface: any class may implement it | make it `sealed`, use a type whose classes are known, or name a codec with `@Codec(CharSequenceCodec.class)`
            Comparable<String> | is an open interface: any class may implement it | make it `sealed`, use a type whose classes are known, or name a codec with `@Codec(ComparableCodec.class)`
            """)
    void saysWhyAndHowToGoOn(String type, String reason, String fix) {
        String simple = type.replaceAll("\\b[a-z]+\\.", "");
        assertThat(obstacle(type + " x;")).isEqualTo("""
                x: %s
                `%s` %s
                %s""".formatted(simple, simple, reason, fix));
    }

    @Test
    void rawTypes() {
        assertThat(obstacle("List x;")).isEqualTo("""
                        x: List
                        `List` is a raw type, so Cairn cannot know what it holds
                        give it type arguments, as in `List<String>`""");
    }

    @Test
    void rawTypesOfTheUser() {
        assertThat(obstacle("Pair x; record Pair<A, B>(A first, B second) {}")).isEqualTo("""
                        x: Sample.Pair
                        `Sample.Pair` is a raw type, so Cairn cannot know what it holds
                        give it type arguments, as in `Pair<String, String>`""");
    }

    @Test
    void innerClasses() {
        assertThat(obstacle("Inner x; class Inner {}")).isEqualTo("""
                        x: Sample.Inner
                        `Sample.Inner` is an inner class, which keeps a reference to its `Sample`
                        make it `static`""");
    }

    @Test
    void privateClasses() {
        assertThat(obstacle("Secret x; private record Secret(int a) {}")).isEqualTo("""
                        x: Sample.Secret
                        `Sample.Secret` is private, so generated code cannot use it
                        make it package-private, or name a codec with `@Codec(SecretCodec.class)`""");
    }

    @Test
    void classesInPrivateClasses() {
        assertThat(obstacle("Secret.Inside x; private static class Secret { record Inside(int a) {} }"))
                .isEqualTo("""
                        x: Sample.Secret.Inside
                        `Sample.Secret.Inside` is in the private class `Secret`, so generated code cannot use it
                        make `Secret` package-private, or name a codec with `@Codec(InsideCodec.class)`""");
    }

    @Test
    void classesOfOtherPackages() {
        assertThat(obstacle(
                        "other.Holder x;",
                        "package other; public record Holder(Hidden hidden) {}",
                        "package other; class Hidden {}"))
                .isEqualTo("""
                        x -> Holder.hidden: Hidden
                        `Hidden` cannot be reached from package `com.acme`
                        make it public, or name a codec with `@Codec(HiddenCodec.class)`""");
    }

    @Test
    void openTypesOfTheUser() {
        assertThat(obstacle("Shape x; interface Shape { double area(); }")).isEqualTo("""
                        x: Sample.Shape
                        `Sample.Shape` is an open interface: any class may implement it
                        make it `sealed`, use a type whose classes are known, or name a codec with `@Codec(ShapeCodec.class)`""");
        assertThat(obstacle("Shape x; static abstract class Shape {}")).isEqualTo("""
                        x: Sample.Shape
                        `Sample.Shape` is an open abstract class: any class may extend it
                        make it `sealed`, use a type whose classes are known, or name a codec with `@Codec(ShapeCodec.class)`""");
    }

    @Test
    void sealedClassesThatHaveInstancesThemselves() {
        assertThat(obstacle("""
                        Shape x;
                        static sealed class Shape permits Circle {}
                        static final class Circle extends Shape {}
                        """)).isEqualTo("""
                        x: Sample.Shape
                        `Sample.Shape` is sealed but not abstract
                        make it `abstract`, or name a codec with `@Codec(ShapeCodec.class)`""");
    }

    @Test
    void openSubtypesOfSealedOnes() {
        assertThat(obstacle("""
                        List<Shape> x;
                        sealed interface Shape permits Circle, Other {}
                        record Circle(double radius) implements Shape {}
                        non-sealed interface Other extends Shape {}
                        """)).isEqualTo("""
                        x -> Sample.Other
                        `Sample.Other` is an open interface: any class may implement it
                        make it `sealed`, use a type whose classes are known, or name a codec with `@Codec(OtherCodec.class)`""");
    }

    @Test
    void subtypesWithTypeParametersOfTheirOwn() {
        assertThat(obstacle("""
                        Shape x;
                        sealed interface Shape permits Marked {}
                        record Marked<M>(M mark) implements Shape {}
                        """)).isEqualTo("""
                        x -> Sample.Marked<M>
                        `Sample.Marked<M>` has a type parameter `M` that `Sample.Shape` does not determine
                        remove the type parameter, or name a codec with `@Codec(MarkedCodec.class)`""");
    }

    @Test
    void typesThatGrowWithoutEnd() {
        assertThat(obstacle("Grow<String> x; record Grow<T>(T value, Grow<List<T>> more) {}"))
                .contains("contains itself with ever longer type arguments")
                .endsWith("keep the type arguments as they are, or name a codec with `@Codec(GrowCodec.class)`");
    }

    @Test
    void classesThatExtendThoseOfTheJdk() {
        assertThat(obstacle("Names x; static class Names extends ArrayList<String> {}"))
                .isEqualTo("""
                        x: Sample.Names
                        `Sample.Names` extends `ArrayList`, whose fields Cairn cannot read
                        hold it in a field instead of extending it, or name a codec with `@Codec(NamesCodec.class)`""");
    }

    @Test
    void leadsToTheMember() {
        assertThat(obstacle(
                        "List<Box> x; record Box(int id, Crew crew) {} record Crew(Map<String, Thread> workers) {}"))
                .isEqualTo("""
                        x -> Sample.Box.crew -> Sample.Crew.workers: Map<String, Thread>
                        `Thread` is a thread, which lives in one process only
                        start it in the step that needs it, and keep it in a `transient` field""");
    }

    @Test
    void reportsEachMemberOnce() {
        StoredType stored = stored("Map<String, Box> x; Box y; static class Box { Box next; Thread a; Thread[] b; }");

        assertThat(((StoredType.Unstorable) stored).obstacles())
                .extracting(StoredType.Obstacle::path)
                .containsExactly("x -> Sample.Box.a: Thread", "x -> Sample.Box.b: Thread[]");
    }

    @Test
    void missingTypesAreLeftToTheCompiler() {
        assertThat(stored("List<Missing> x;").type()).hasToString("Missing");
        assertThat(stored("Box x; record Box(int id, Missing<String> missing) {}"))
                .isInstanceOf(StoredType.Unresolved.class);
        assertThat(stored("Box x; static class Box extends Missing {}")).isInstanceOf(StoredType.Unresolved.class);
    }
}
