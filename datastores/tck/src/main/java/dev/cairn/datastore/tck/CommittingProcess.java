package dev.cairn.datastore.tck;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Another process: commits tasks to a run, with a small and a large blob each, and writes a line as soon as each is durable.
 */
final class CommittingProcess {
    private static final int AT_ONCE = 4;

    private CommittingProcess() {}

    /** Arguments: URL of the datastore, id of the run, name of the step, number of tasks. */
    public static void main(String[] arguments) {
        RunId run = new RunId(arguments[1]);
        int count = Integer.parseInt(arguments[3]);
        try (Datastore datastore = Datastore.of(arguments[0])) {
            List<CompletableFuture<?>> commits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String task = arguments[2] + "/" + i;
                datastore.blobs().put(large(task));
                commits.add(datastore
                        .runs()
                        .commit(Example.commit(Example.task(run, task), small(task)))
                        .thenAccept(result -> System.out.println(task)));
                if (commits.size() == AT_ONCE) {
                    commits.forEach(CompletableFuture::join);
                    commits.clear();
                }
            }
            commits.forEach(CompletableFuture::join);
        }
    }

    static byte[] small(String task) {
        return Example.randomBytes(2000, task.hashCode());
    }

    static byte[] large(String task) {
        return Example.randomBytes(70_000, ~task.hashCode());
    }

    /** Starts it, with the class path of this process. */
    static Handle start(String url, RunId run, String step, int count) throws IOException {
        return new Handle(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingProcess.class.getName(),
                        url,
                        run.value(),
                        step,
                        String.valueOf(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The process, as its parent has it. */
    static final class Handle implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;

        private Handle(Process process) {
            this.process = process;
            this.output = process.inputReader(StandardCharsets.UTF_8);
        }

        /** The next task that it acknowledged; waits for it. */
        String line() throws IOException {
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("the other process ended with status " + waitFor());
            }
            return line;
        }

        int waitFor() {
            return process.onExit().join().exitValue();
        }

        /** Kills it, with {@code SIGKILL} where there are signals; what else it had acknowledged. */
        List<String> kill() throws IOException {
            process.toHandle().destroyForcibly(); // unlike Process.destroyForcibly, leaves what it wrote to be read
            StringBuilder rest = new StringBuilder();
            for (int character = output.read(); character >= 0; character = output.read()) {
                rest.append((char) character);
            }
            waitFor();
            return rest.substring(0, rest.lastIndexOf("\n") + 1).lines().toList(); // the last line may have been cut
        }

        @Override
        public void close() {
            process.toHandle().destroyForcibly();
            waitFor();
        }
    }
}
