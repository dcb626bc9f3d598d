package dev.cairn.processor.docs;

import dev.cairn.processor.FailingFiler;
import dev.cairn.processor.FlowCompilation;
import dev.cairn.processor.FlowProcessor;
import dev.cairn.processor.FlowRegistryProcessor;
import dev.cairn.processor.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;

/** What is printed for reasons that no flow has. */
final class Circumstances {
    /** A flow of which nothing is to be said. */
    static final String SOUND = """
            import dev.cairn.Flow;
            import dev.cairn.Step;

            @Flow
            class Training {
                @Step(next = "end")
                void start() {}

                @Step
                void end() {}
            }
            """;

    /** The frames of a trace, which change with every change of the code. */
    private static final Pattern FRAMES = Pattern.compile("(?m)(?:^ +at .*\\R)+");

    private static final Pattern VERSION = Pattern.compile("Cairn \\S+ failed");

    private static final Map<String, Circumstance> ALL = Map.of(
            "incompatible-change",
            LockCircumstances::incompatibleChange,
            "unrecorded-change",
            LockCircumstances::unrecordedChange,
            "lock-file",
            LockCircumstances::missingFile,
            "internal-error",
            Circumstances::internalError,
            "output",
            directory -> fail(new FlowProcessor(), new IOException("No space left on device"), directory),
            "processor-path",
            directory ->
                    fail(new FlowProcessor(), new NoClassDefFoundError("dev/cairn/processor/rule/Rules"), directory),
            "release",
            directory ->
                    FlowCompilation.checkOnly("-source", "11").compile(FlowCompilation.file(SOUND)).errors().stream()
                            .map(error -> "error: " + error.getMessage(Locale.ROOT))
                            .collect(Collectors.joining("\n", "", "\n1 error\n")),
            "registry",
            directory -> fail(new FlowRegistryProcessor(), new IOException("No space left on device"), directory),
            "unseen-code",
            directory -> FlowCompilation.eclipse("-proc:only").compile(List.of(FlowCompilation.file(SOUND))).stream()
                    .map(Message::text)
                    .collect(Collectors.joining("\n", "", "\n")));

    private Circumstances() {}

    private interface Circumstance {
        String print(Path directory) throws IOException;
    }

    static boolean include(String id) {
        return ALL.containsKey(id);
    }

    static String print(String id, Path directory) throws IOException {
        return ALL.get(id).print(directory);
    }

    private static String internalError(Path directory) throws IOException {
        String printed = fail(new FlowProcessor(), new IllegalStateException("..."), directory);
        String masked = FRAMES.matcher(printed).replaceFirst("             at ...\n");
        return VERSION.matcher(masked).replaceFirst("Cairn <version> failed");
    }

    private static String fail(Processor processor, Throwable failure, Path directory) throws IOException {
        List<Processor> others = processor instanceof FlowProcessor ? List.of() : List.of(new FlowProcessor());
        List<Processor> processors = new ArrayList<>(others);
        processors.add(new FailingFiler(processor, ".*", () -> failure));
        return Screen.of(SOUND, directory, processors);
    }
}
