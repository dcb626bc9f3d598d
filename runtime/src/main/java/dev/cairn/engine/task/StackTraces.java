package dev.cairn.engine.task;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cuts stack traces to the user's own frames: below the generated call of the step method, or where Cairn called anything
 * else of the user's, all is Cairn's; and so is what lies above the user's call into Cairn.
 */
public final class StackTraces {
    /** Not all of {@code dev.cairn}: its samples are flows like those of others. A test knows whether a package is missing. */
    private static final Set<String> CAIRN = packages(Map.of(
            "client", "",
            "codec", ".collection .internal .opaque .schema .tree .union .value",
            "datastore", ".file .memory .support .zstd",
            "engine", ".fingerprint .local .output .process .replay .resume .run .schedule .secret .task .values",
            "maintenance", "",
            "runtime", ".definition .graph .internal .merge .report .values"));

    /** Of more exceptions than this nobody reads the traces; there may be no end to them. */
    private static final int MOST = 1000;

    private StackTraces() {}

    private static Set<String> packages(Map<String, String> parts) {
        return parts.entrySet().stream()
                .flatMap(whole -> Stream.of((" " + whole.getValue()).split(" ", -1))
                        .map(part -> "dev.cairn." + whole.getKey() + part))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Cuts the traces of {@code failure}, its causes and what it suppressed. An exception of the JDK's that Cairn itself threw
     * keeps its trace: somebody has to find the mistake.
     *
     * @param caller the generated class whose method {@code call} calls the steps
     */
    public static void keepUserFrames(Throwable failure, String caller) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty() && seen.size() < MOST) {
            Throwable each = open.remove();
            if (seen.add(each)) {
                try {
                    cut(each, caller);
                    open.addAll(Arrays.asList(each.getSuppressed()));
                    if (each.getCause() != null) {
                        open.add(each.getCause());
                    }
                } catch (Throwable hostile) {
                    // whatever a class of the user's throws when it is asked
                }
            }
        }
    }

    private static void cut(Throwable failure, String caller) {
        StackTraceElement[] frames = failure.getStackTrace();
        int call = first(
                frames,
                frame -> frame.getClassName().equals(caller)
                        && frame.getMethodName().equals("call"));
        int cairn = first(frames, frame -> isCairn(frame.getClassName()));
        if (call < frames.length) {
            int start = first(frames, frame -> !isCairn(frame.getClassName()));
            failure.setStackTrace(Arrays.copyOfRange(frames, start, call));
        } else if (cairn > 0 || isCairn(failure.getClass().getName())) {
            failure.setStackTrace(Arrays.copyOf(frames, cairn));
        }
    }

    /** The number of the first frame that is so, or the number of all frames. */
    private static int first(StackTraceElement[] frames, Predicate<StackTraceElement> condition) {
        int i = 0;
        while (i < frames.length && !condition.test(frames[i])) {
            i++;
        }
        return i;
    }

    /** Whether a class is one of Cairn's own. */
    public static boolean isCairn(String className) {
        return CAIRN.contains(className.substring(0, Math.max(0, className.lastIndexOf('.'))));
    }
}
