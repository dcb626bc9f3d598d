package dev.cairn.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** The execution samples of recordings, each as the methods of its frames, innermost first. Not thread-safe. */
final class Samples {
    private static final String JAVA = "jdk.ExecutionSample";
    private static final String NATIVE = "jdk.NativeMethodSample";

    /** Native methods in which a thread waits, and does not work. */
    private static final Pattern WAITS = Pattern.compile(
            ".*\\.(park|wait0?|sleep0?|epollWait|poll|accept0?|waitForProcessExit0|waitForReferencePendingList)");

    private final List<List<String>> java = new ArrayList<>();
    private final List<List<String>> natives = new ArrayList<>();

    /** Adds those of a recording. */
    void read(Path recording) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (stack == null || stack.getFrames().isEmpty()) {
                    continue;
                }
                List<String> methods =
                        stack.getFrames().stream().map(Samples::name).toList();
                if (event.getEventType().getName().equals(JAVA)) {
                    java.add(methods);
                } else if (event.getEventType().getName().equals(NATIVE) && !waits(methods.get(0))) {
                    natives.add(methods);
                }
            }
        }
    }

    /** Whether a thread in this native method waits. */
    static boolean waits(String method) {
        return WAITS.matcher(method).matches();
    }

    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return method.getType().getName() + "." + method.getName();
    }

    /** How many samples of threads that run Java code there are. */
    int javaCount() {
        return java.size();
    }

    /** How many samples of threads that are in native code there are. */
    int nativeCount() {
        return natives.size();
    }

    /** How often each name occurs that samples of Java code have, the most frequent first. */
    List<Map.Entry<String, Integer>> javaBy(Function<List<String>, String> name) {
        return counts(java, name);
    }

    /** The same of native code. */
    List<Map.Entry<String, Integer>> nativeBy(Function<List<String>, String> name) {
        return counts(natives, name);
    }

    private static List<Map.Entry<String, Integer>> counts(
            List<List<String>> samples, Function<List<String>, String> name) {
        Map<String, Integer> counts = new HashMap<>();
        samples.forEach(sample -> counts.merge(name.apply(sample), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** The innermost method. */
    static String method(List<String> sample) {
        return sample.get(0);
    }

    /** The class of the innermost method; what is nested counts as what it is nested in. */
    static String type(List<String> sample) {
        String method = sample.get(0);
        String type = method.substring(0, method.lastIndexOf('.'));
        int nested = type.indexOf('$');
        return nested < 0 ? type : type.substring(0, nested);
    }

    /** The package of the innermost method. */
    static String packageName(List<String> sample) {
        String type = type(sample);
        int end = type.lastIndexOf('.');
        return end < 0 ? "(none)" : type.substring(0, end);
    }

    /** Who asked for it: the package of the innermost method that is Cairn's or, where none is, of a compiler's phase. */
    static String owner(List<String> sample) {
        for (String method : sample) {
            if (method.startsWith("dev.cairn.") && !method.startsWith("dev.cairn.benchmarks.")) {
                String type = method.substring(0, method.lastIndexOf('.'));
                return type.substring(0, type.lastIndexOf('.'));
            }
            if (method.startsWith("com.sun.tools.javac.main.JavaCompiler.")) {
                return "javac: "
                        + method.substring(method.lastIndexOf('.') + 1).replaceAll("lambda\\$(\\w+)\\$.*", "$1");
            }
        }
        return "(others)";
    }
}
