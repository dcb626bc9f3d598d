package dev.cairn.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.cairn.processor.RecordingFiler.Creation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What Gradle reads to build incrementally, and what it demands of processors for that. */
class GradleTest {
    private static final JavaFileObject HARBOUR = FlowCompilation.file("""
            @Flow
            class Harbour {
                List<Point> points;
                int depth;
                @Step(next = "measure", foreach = "points")
                void start() { points = List.of(new Point(1)); depth = 1; }
                @Step(next = "end")
                void measure(@Item Point point) { depth = point.deeper(); }
                @Step
                void end(HarbourArtifacts.EndInputs inputs) { depth = inputs.size(); }
                static class Point {
                    private final int x;
                    Point(int x) { this.x = x; }
                    int deeper() { return x + 1; }
                }
            }
            """);

    private static final JavaFileObject OUTER = FlowCompilation.file("""
            class Outer {
                @Flow
                static class Valley {
                    @Parameter
                    String name = "valley";
                    @Step(next = "end")
                    void start() {}
                    @Step
                    void end() { System.out.println(name); }
                }
            }
            """);

    private static final JavaFileObject CODEC = FlowCompilation.file("""
            @AnnouncedCodec
            public final class PlaceCodec extends dev.cairn.codec.ConverterCodec<java.net.InetSocketAddress, String> {
                @Override
                protected String toStored(java.net.InetSocketAddress value) { return value.getHostString(); }
                @Override
                protected java.net.InetSocketAddress fromStored(String stored) {
                    return java.net.InetSocketAddress.createUnresolved(stored, 80);
                }
            }
            """);

    private static final JavaFileObject UNSOUND = FlowCompilation.file("""
            @Flow
            class Unsound {
                @Step(next = "nowhere")
                void start() {}
            }
            """);

    @Test
    void knowsHowEachProcessorWorks() throws IOException {
        assertThat(lines("META-INF/gradle/incremental.annotation.processors"))
                .containsExactly(
                        FlowProcessor.class.getName() + ",isolating",
                        FlowRegistryProcessor.class.getName() + ",aggregating");
    }

    @Test
    void knowsEachProcessorThatTheCompilerFinds() throws IOException {
        List<String> found = lines("META-INF/services/javax.annotation.processing.Processor");

        assertThat(found).isNotEmpty();
        assertThat(lines("META-INF/gradle/incremental.annotation.processors").stream()
                        .map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void eachFileOfTheIsolatingProcessorComesFromOneClass() {
        RecordingFiler recorded = new RecordingFiler(new FlowProcessor());

        Compilation compilation = compile(recorded, HARBOUR, OUTER, CODEC);

        assertThat(compilation).succeeded();
        assertThat(recorded.creations())
                .allSatisfy(creation -> assertThat(creation.origins()).hasSize(1));
        assertThat(recorded.creations().stream().map(GradleTest::originAndFile))
                .contains(
                        "com.acme.Harbour -> SOURCE_OUTPUT com.acme.HarbourRunner",
                        "com.acme.Harbour -> SOURCE_OUTPUT com.acme.HarbourRun",
                        "com.acme.Harbour -> SOURCE_OUTPUT com.acme.HarbourArtifacts",
                        "com.acme.Harbour -> SOURCE_OUTPUT com.acme.HarbourCodecs",
                        "com.acme.Harbour -> SOURCE_OUTPUT com.acme.HarbourProvider",
                        "com.acme.Outer.Valley -> SOURCE_OUTPUT com.acme.Outer_ValleyRunner");
        assertThat(recorded.creations().stream()
                        .filter(creation -> !creation.location().equals("SOURCE_OUTPUT"))
                        .map(GradleTest::originAndFile))
                .containsExactlyInAnyOrder(
                        "com.acme.PlaceCodec -> CLASS_OUTPUT cairn/codec/for/java.net.InetSocketAddress",
                        "com.acme.Harbour -> CLASS_OUTPUT"
                                + " META-INF/native-image/dev.cairn.flows/com.acme.Harbour/reflect-config.json");
    }

    @Test
    void eachFileOfAnUnsoundFlowComesFromItToo() {
        RecordingFiler recorded = new RecordingFiler(new FlowProcessor());

        assertThat(compile(recorded, UNSOUND)).failed();

        assertThat(recorded.creations())
                .containsExactly(
                        new Creation("com.acme.UnsoundArtifacts", "SOURCE_OUTPUT", List.of("com.acme.Unsound")));
    }

    @Test
    void theAggregatingProcessorWritesOneFileOfTheOutput() {
        RecordingFiler recorded = new RecordingFiler(new FlowRegistryProcessor());

        assertThat(compile(new FlowProcessor(), recorded, HARBOUR, OUTER)).succeeded();

        assertThat(recorded.creations())
                .containsExactly(
                        new Creation("META-INF/services/dev.cairn.runtime.FlowProvider", "CLASS_OUTPUT", List.of()));
    }

    private static Compilation compile(Processor processor, JavaFileObject... files) {
        return CompiledAgainst.javac().withProcessors(processor).compile(files);
    }

    private static Compilation compile(Processor one, Processor other, JavaFileObject... files) {
        return CompiledAgainst.javac().withProcessors(one, other).compile(files);
    }

    private static String originAndFile(Creation creation) {
        return String.join(", ", creation.origins()) + " -> " + creation.location() + " " + creation.name();
    }

    private static List<String> lines(String resource) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        GradleTest.class.getClassLoader().getResourceAsStream(resource), StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            return lines.toList();
        }
    }
}
