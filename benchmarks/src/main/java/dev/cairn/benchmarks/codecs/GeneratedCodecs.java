package dev.cairn.benchmarks.codecs;

import dev.cairn.benchmarks.FlowCompiler;
import dev.cairn.codec.ArtifactCodec;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The codecs that Cairn's processor generates for a flow whose artifacts are the workloads. */
final class GeneratedCodecs {
    private static final String FLOW = "WorkloadFlow";

    private static final String SOURCE = """
            package %s;

            import dev.cairn.Flow;
            import dev.cairn.Step;
            import java.util.HashMap;
            import java.util.List;

            @Flow
            class %s {
                List<Row> rows;
                HashMap<String, Long> stringsToLongs;
                HashMap<Integer, Double> intsToDoubles;
                double[] doubles;
                byte[] bytes;

                @Step(next = "end")
                void start() {
                    rows = List.of();
                    stringsToLongs = new HashMap<>();
                    intsToDoubles = new HashMap<>();
                    doubles = new double[0];
                    bytes = new byte[0];
                }

                @Step
                void end() {}
            }
            """.formatted(GeneratedCodecs.class.getPackageName(), FLOW);

    private GeneratedCodecs() {}

    /** Compiles the flow with the processor to class files below {@code directory}. */
    static void compile(Path directory) throws IOException {
        Path source = Files.writeString(directory.resolve(FLOW + ".java"), SOURCE);
        FlowCompiler.compile(source, directory);
    }

    /** The codec of a field of the flow, which the context class loader of the thread knows. */
    @SuppressWarnings("unchecked") // of the field's own type, which the caller uses it for
    static ArtifactCodec<Object> codec(String field) {
        String constant = field.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        try {
            String name = GeneratedCodecs.class.getPackageName() + "." + FLOW + "Codecs";
            Class<?> codecs = Class.forName(name, true, Thread.currentThread().getContextClassLoader());
            Field found = codecs.getDeclaredField(constant);
            found.setAccessible(true);
            return (ArtifactCodec<Object>) found.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
