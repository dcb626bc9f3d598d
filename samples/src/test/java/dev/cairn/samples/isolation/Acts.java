package dev.cairn.samples.isolation;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** What a step can do to its process. */
final class Acts {
    private static final List<byte[]> KEPT = new ArrayList<>();

    private Acts() {}

    static void act(String how) throws Exception {
        switch (how) {
            case "nothing" -> {}
            case "exit" -> System.exit(0);
            case "exit 3" -> System.exit(3);
            case "halt" -> Runtime.getRuntime().halt(7);
            case "kill" -> kill("KILL");
            case "terminate" -> kill("TERM");
            case "crash" -> crash();
            case "fill" -> fill();
            case "throw" -> throw new IllegalStateException("no data");
            default -> throw new IllegalArgumentException(how);
        }
    }

    private static void kill(String signal) throws Exception {
        new ProcessBuilder(
                        "kill",
                        "-" + signal,
                        String.valueOf(ProcessHandle.current().pid()))
                .start()
                .waitFor();
        if (signal.equals("KILL")) {
            Thread.sleep(60_000); // it takes a moment
        }
    }

    /** Writes where nothing is. */
    private static void crash() throws Exception {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        type.getMethod("putInt", long.class, int.class).invoke(field.get(null), 1L, 1);
    }

    /** Keeps the heap full, whatever anybody else would need of it. */
    @SuppressWarnings("InfiniteLoopStatement")
    private static void fill() {
        while (true) {
            KEPT.add(new byte[1 << 20]);
        }
    }
}
