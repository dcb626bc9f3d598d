package dev.cairn.benchmarks.profile;

import dev.cairn.benchmarks.processor.ProcessorBenchmark;
import dev.cairn.benchmarks.store.ChainFlow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is profiled: the processes that the benchmarks measure. */
final class HotPaths {
    private static final String STORE = "dev.cairn.benchmarks.store.";
    private static final int MEGABYTES = 1024;

    private HotPaths() {}

    static List<HotPath> all() {
        return List.of(
                new HotPath("foreach", "a foreach of 1,000,000 tasks, `-Xmx512m`", HotPaths::foreach),
                new HotPath("chain", "a chain of 1,000 steps, many times in one virtual machine", HotPaths::chain),
                new HotPath("loop", "a loop of 1,000 iterations, many times in one virtual machine", HotPaths::loop),
                new HotPath("array-stored", "a `double[]` of 1 GB is stored", HotPaths::arrayStored),
                new HotPath("array-read", "a `double[]` of 1 GB is read, twice", HotPaths::arrayRead),
                new HotPath("start-up", "a flow of three steps as a whole process, 20 times", HotPaths::startUp),
                new HotPath(
                        "processor",
                        "a flow of 1,000 steps is compiled with the processor, each time in a new virtual machine",
                        HotPaths::processor));
    }

    private static void foreach(Recording recording, Path directory, boolean quick) throws IOException {
        recording.run(
                STORE + "SmallTasksWorker",
                List.of("-Xmx512m"),
                List.of(store(directory), quick ? "50000" : "1000000"));
    }

    private static void chain(Recording recording, Path directory, boolean quick) throws IOException {
        Path classes = directory.resolve("classes");
        ChainFlow.compile(classes, quick ? 100 : 1000);
        recording.run(
                STORE + "ChainWorker",
                List.of(),
                List.of(store(directory), quick ? "5" : "50", "chain", classes.toString()));
    }

    private static void loop(Recording recording, Path directory, boolean quick) throws IOException {
        recording.run(STORE + "ChainWorker", List.of(), List.of(store(directory), quick ? "5" : "50", "loop", "1000"));
    }

    private static void arrayStored(Recording recording, Path directory, boolean quick) throws IOException {
        array("write", recording, directory, quick);
    }

    /** What stores the array is not part of the profile. */
    private static void arrayRead(Recording recording, Path directory, boolean quick) throws IOException {
        array("write", new Recording(directory), directory, quick);
        array("read", recording, directory, quick);
    }

    private static void array(String what, Recording recording, Path directory, boolean quick) throws IOException {
        int megabytes = quick ? 64 : MEGABYTES;
        recording.run(
                STORE + "ArrayWorker",
                List.of("-XX:+UseSerialGC", "-Xmn16m", "-Xmx" + (megabytes + 128) + "m"),
                List.of(what, directory.resolve("store").toString(), String.valueOf(megabytes)));
    }

    private static void startUp(Recording recording, Path directory, boolean quick) throws IOException {
        for (int i = 0; i < (quick ? 2 : 20); i++) {
            recording.run(
                    "com.acme.startup.ThreeStepsRunner", List.of(), List.of("run", "--datastore", store(directory)));
        }
    }

    private static void processor(Recording recording, Path directory, boolean quick) throws IOException {
        Path flow = directory.resolve("flow");
        ProcessorBenchmark.prepare(flow, quick ? 50 : 1000);
        for (int i = 0; i < (quick ? 1 : 5); i++) {
            recording.run(
                    "dev.cairn.benchmarks.processor.Worker", List.of("-Xmx1g"), List.of(flow.toString(), "1", "CAIRN"));
        }
    }

    private static String store(Path directory) {
        return "file:" + directory.resolve("store");
    }
}
